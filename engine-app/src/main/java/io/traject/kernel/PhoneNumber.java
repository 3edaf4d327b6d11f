package io.traject.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number that can be in use, by the world's numbering plans; {@link #toString()} is masked.
 *
 * @param value in the form of E.164: {@code +31201234567}
 */
public record PhoneNumber(String value) {

    /** As it may be typed, with blanks and hyphens. */
    public static final int MAX_TYPED_LENGTH = 30;

    /** Of CLDR: only a number with its own country code is read. */
    private static final String UNKNOWN_REGION = "ZZ";

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /** @throws IllegalArgumentException unless the value is a number in the form of E.164 */
    public PhoneNumber {
        if (!parsed(value, Optional.empty()).map(PhoneNumber::e164).equals(Optional.of(value))) {
            throw new IllegalArgumentException("not a telephone number");
        }
    }

    /** Reads a number as it is written in a country ({@code 020 123 4567}) or with the code of its own ({@code +32 ...}). */
    public static Optional<PhoneNumber> parse(String text, Country writtenIn) {
        return parsed(text, Optional.of(writtenIn)).map(number -> new PhoneNumber(e164(number)));
    }

    /** As one in that country would write it: {@code 020 123 4567} at home, {@code +31 20 123 4567} abroad. */
    public String printedIn(Country country) {
        Phonenumber.PhoneNumber number = parsed(value, Optional.empty()).orElseThrow();
        boolean home = country.code().equals(PLANS.getRegionCodeForNumber(number));
        return PLANS.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /** Whether a text message can reach it; where a plan doesn't tell mobile numbers from others, it may. */
    public boolean maybeMobile() {
        PhoneNumberType type =
                PLANS.getNumberType(parsed(value, Optional.empty()).orElseThrow());
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String text, Optional<Country> writtenIn) {
        if (text.length() > MAX_TYPED_LENGTH) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number =
                    PLANS.parse(text, writtenIn.map(Country::code).orElse(UNKNOWN_REGION));
            return PLANS.isValidNumber(number) && !number.hasExtension() ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static String e164(Phonenumber.PhoneNumber number) {
        return PLANS.format(number, PhoneNumberFormat.E164);
    }

    @Override
    public String toString() {
        return "******" + value.substring(value.length() - 2);
    }
}
