package io.traject.platform.operations;

import io.traject.web.Meaning;
import java.util.List;

/**
 * What one part of the platform says about itself.
 *
 * @param part {@code engine}, {@code incidents}, ...; its name is {@code platform.operations.part.<part>}
 * @param messageKey of a sentence with the arguments in it
 * @param path of the page, or the place on it, with more
 */
public record Check(String part, Meaning meaning, String messageKey, List<Object> arguments, String path) {

    static Check of(String part, Meaning meaning, String message, String path, Object... arguments) {
        return new Check(part, meaning, "platform.operations." + part + "." + message, List.of(arguments), path);
    }

    public boolean isAllRight() {
        return meaning != Meaning.WARNING && meaning != Meaning.DANGER;
    }
}
