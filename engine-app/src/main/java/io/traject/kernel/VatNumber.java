package io.traject.kernel;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A VAT identification number of a member state of the European Union, or of Northern Ireland (A8). A Dutch number is
 * checked by its check digits, another by its form only: the algorithms of other states are not public. A Dutch sole trader's
 * number of before 2020 holds a BSN, so {@link #toString()} is masked.
 *
 * @param value as it is printed on an invoice, without blanks: {@code NL004495445B01}
 */
public record VatNumber(String value) {

    public static final int MAX_LENGTH = 14;

    /**
     * What follows the prefix: the forms that the European Commission publishes for VIES ("VAT identification number
     * structure"), the Dutch one narrowed to what the tax administration gives out.
     */
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"),
            form("BE", "[01]\\d{9}"),
            form("BG", "\\d{9,10}"),
            form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"),
            form("DE", "\\d{9}"),
            form("DK", "\\d{8}"),
            form("EE", "\\d{9}"),
            form("EL", "\\d{9}"),
            form("ES", "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]"),
            form("FI", "\\d{8}"),
            form("FR", "[A-Z0-9]{2}\\d{9}"),
            form("HR", "\\d{11}"),
            form("HU", "\\d{8}"),
            form("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]|\\d{7}[A-Z]{2}"),
            form("IT", "\\d{11}"),
            form("LT", "\\d{9}|\\d{12}"),
            form("LU", "\\d{8}"),
            form("LV", "\\d{11}"),
            form("MT", "\\d{8}"),
            form("NL", "\\d{9}B(?!00)\\d{2}"),
            form("PL", "\\d{10}"),
            form("PT", "\\d{9}"),
            form("RO", "\\d{2,10}"),
            form("SE", "\\d{12}"),
            form("SI", "\\d{8}"),
            form("SK", "\\d{10}"),
            form("XI", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"));

    private static final Pattern SEPARATORS = Pattern.compile("[ .\\-]");

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** @throws IllegalArgumentException unless the value is a number as it is printed */
    public VatNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("not a VAT number");
        }
    }

    /** Reads a number with its prefix, in capitals or not, with or without blanks, dots and hyphens. */
    public static Optional<VatNumber> parse(String text) {
        String printed = Ascii.upperCase(SEPARATORS.matcher(text).replaceAll(""));
        return isNumber(printed) ? Optional.of(new VatNumber(printed)) : Optional.empty();
    }

    /** Whose number it is; Greece writes {@code EL} where ISO 3166 says {@code GR}, Northern Ireland {@code XI}. */
    public Country country() {
        return switch (prefix(value)) {
            case "EL" -> new Country("GR");
            case "XI" -> new Country("GB");
            case String code -> new Country(code);
        };
    }

    private static Map.Entry<String, Pattern> form(String prefix, String form) {
        return Map.entry(prefix, Pattern.compile(form));
    }

    private static boolean isNumber(String text) {
        if (text.length() < 4 || text.length() > MAX_LENGTH) {
            return false;
        }
        Pattern form = FORMS.get(prefix(text));
        return form != null
                && form.matcher(text.substring(2)).matches()
                && (!text.startsWith("NL") || isDutchLegalPersons(text) || isDutchSoleTraders(text));
    }

    private static String prefix(String text) {
        return text.substring(0, 2);
    }

    private static boolean isDutchLegalPersons(String text) {
        return Bsn.passesElevenTest(text.substring(2, 11));
    }

    /** Since 2020: the whole as a number, with A = 10 to Z = 35, leaves 1 when divided by 97. */
    private static boolean isDutchSoleTraders(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Character.digit(character, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    @Override
    public String toString() {
        return prefix(value) + "******" + value.substring(value.length() - 3);
    }
}
