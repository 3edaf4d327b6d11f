package io.traject.kernel;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A country of ISO 3166-1.
 *
 * @param code two capitals: {@code NL}
 */
public record Country(String code) {

    public static final Country NETHERLANDS = new Country("NL");

    /** @throws IllegalArgumentException unless the code is one of ISO 3166-1 */
    public Country {
        if (!Codes.ALL.contains(code)) {
            throw new IllegalArgumentException("not a country");
        }
    }

    /** Reads a code in capitals or small letters. */
    public static Optional<Country> parse(String text) {
        String code = Ascii.upperCase(text);
        return Codes.ALL.contains(code) ? Optional.of(new Country(code)) : Optional.empty();
    }

    /** All of them as the reader's alphabet orders their names. */
    public static List<Country> all(Language reader) {
        Comparator<Country> byName =
                Comparator.comparing(country -> country.name(reader), Collator.getInstance(reader.locale()));
        return Codes.ALL.stream().map(Country::new).sorted(byName).toList();
    }

    /** The name in the reader's language: {@code België}, {@code Belgium}. */
    public String name(Language reader) {
        return Locale.of("", code).getDisplayCountry(reader.locale());
    }

    @Override
    public String toString() {
        return code;
    }

    private static final class Codes {

        static final Set<String> ALL = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

        private Codes() {}
    }
}
