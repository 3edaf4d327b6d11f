package io.traject.registration.web;

import io.traject.kernel.Country;
import io.traject.kernel.Language;
import io.traject.web.Option;
import java.util.List;

/** What lists of choices offer. */
final class Choices {

    private Choices() {}

    /** By name, as the reader calls them. */
    static List<Option> countries(Language reader) {
        return Country.all(reader).stream()
                .map(country -> new Option(country.code(), country.name(reader)))
                .toList();
    }
}
