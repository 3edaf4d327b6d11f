package io.traject.communication.web;

import io.traject.communication.TemplateKind;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import java.util.stream.Stream;

/** The kind and the language in an address. */
final class TemplateCodes {

    private TemplateCodes() {}

    static TemplateKind kind(String code) {
        return Stream.of(TemplateKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    static Language language(String code) {
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
