package io.traject.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that this installation offers (A1); the first is the one for whoever has chosen none. */
public final class Languages {

    private final List<Language> offered;

    /** @throws IllegalArgumentException without a language, or with one twice */
    public Languages(List<Language> offered) {
        if (offered.isEmpty() || offered.stream().distinct().count() < offered.size()) {
            throw new IllegalArgumentException("The languages of the installation: at least one, and none twice");
        }
        this.offered = List.copyOf(offered);
    }

    public List<Language> offered() {
        return offered;
    }

    /** Those to choose from: what is offered, and what has been chosen already though it is offered no more. */
    public List<Language> choosable(Optional<Language> chosen) {
        return Stream.concat(offered.stream(), chosen.stream()).distinct().toList();
    }

    /** What "no language set" means. */
    public Language standard() {
        return offered.getFirst();
    }

    /** The one with this code; empty for a code that is not offered. */
    public Optional<Language> named(String code) {
        return offered.stream().filter(language -> language.code().equals(code)).findFirst();
    }

    /** The language that was chosen, unless it is offered no more. */
    public Language orStandard(Optional<Language> chosen) {
        return chosen.filter(offered::contains).orElse(standard());
    }
}
