package io.traject.organisation.employers;

import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Iban;
import io.traject.kernel.KvkNumber;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import io.traject.kernel.Postcode;
import io.traject.kernel.VatNumber;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.tree.Node;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be typed into an employer's registration, beside name and country; an address has several. */
public enum RegistrationItem {
    TRADE_NAME(EmployerField.TRADE_NAME, "tradeName", 200),
    LEGAL_FORM(EmployerField.LEGAL_FORM, "legalForm", 30),
    CODE(EmployerField.CODE, "code", Node.MAX_CODE_LENGTH),
    KVK_NUMBER(EmployerField.KVK_NUMBER, "kvkNumber", 20),
    VAT_NUMBER(EmployerField.VAT_NUMBER, "vatNumber", 30),
    PAYROLL_TAX_NUMBER(EmployerField.PAYROLL_TAX_NUMBER, "payrollTaxNumber", 20),
    VISITING_STREET(EmployerField.VISITING_ADDRESS, "visitingStreet", 100),
    VISITING_HOUSE_NUMBER(EmployerField.VISITING_ADDRESS, "visitingHouseNumber", 20),
    VISITING_POSTCODE(EmployerField.VISITING_ADDRESS, "visitingPostcode", 20),
    VISITING_CITY(EmployerField.VISITING_ADDRESS, "visitingCity", 100),
    POSTAL_STREET(EmployerField.POSTAL_ADDRESS, "postalStreet", 100),
    POSTAL_HOUSE_NUMBER(EmployerField.POSTAL_ADDRESS, "postalHouseNumber", 20),
    POSTAL_POSTCODE(EmployerField.POSTAL_ADDRESS, "postalPostcode", 20),
    POSTAL_CITY(EmployerField.POSTAL_ADDRESS, "postalCity", 100),
    PHONE(EmployerField.PHONE, "phone", PhoneNumber.MAX_TYPED_LENGTH),
    EMAIL(EmployerField.EMAIL, "email", EmailAddress.MAX_LENGTH),
    WEBSITE(EmployerField.WEBSITE, "website", 200),
    LANGUAGE(EmployerField.LANGUAGE, "language", 2),
    IBAN(EmployerField.IBAN, "iban", 42);

    private static final Pattern PAYROLL_TAX = Pattern.compile("\\d{9}L\\d{2}");

    private final EmployerField field;
    private final String key;
    private final int maxLength;

    RegistrationItem(EmployerField field, String key, int maxLength) {
        this.field = field;
        this.key = key;
        this.maxLength = maxLength;
    }

    public static List<RegistrationItem> of(EmployerField field) {
        return Arrays.stream(values()).filter(item -> item.field == field).toList();
    }

    public static Optional<RegistrationItem> ofKey(String key) {
        return Arrays.stream(values()).filter(item -> item.key.equals(key)).findFirst();
    }

    public EmployerField field() {
        return field;
    }

    /** As in forms and REST: {@code visitingStreet}. */
    public String key() {
        return key;
    }

    public int maxLength() {
        return maxLength;
    }

    /** Whether it can be kept, readable or not: one line that is not too long. */
    public boolean fits(String text) {
        return text.strip().length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }

    /** Whether an address is whole without it: not every country has postcodes. */
    boolean isOptionalIn(Country country) {
        return (this == VISITING_POSTCODE || this == POSTAL_POSTCODE) && !country.equals(Country.NETHERLANDS);
    }

    /** In the form in which it is kept; empty when it can't be read as what it should be. */
    Optional<String> read(String text, Country country) {
        return switch (this) {
            case TRADE_NAME,
                    CODE,
                    VISITING_STREET,
                    VISITING_HOUSE_NUMBER,
                    VISITING_CITY,
                    POSTAL_STREET,
                    POSTAL_HOUSE_NUMBER,
                    POSTAL_CITY -> Optional.of(text);
            case LEGAL_FORM -> LegalForm.ofCode(text).map(LegalForm::name);
            case KVK_NUMBER -> KvkNumber.parse(text).map(KvkNumber::value);
            case VAT_NUMBER -> VatNumber.parse(text).map(VatNumber::value);
            case PAYROLL_TAX_NUMBER ->
                Optional.of(text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT))
                        .filter(number -> PAYROLL_TAX.matcher(number).matches());
            case VISITING_POSTCODE, POSTAL_POSTCODE ->
                country.equals(Country.NETHERLANDS) ? Postcode.parse(text).map(Postcode::value) : Optional.of(text);
            case PHONE -> PhoneNumber.parse(text, country).map(PhoneNumber::value);
            case EMAIL -> EmailAddress.parse(text).map(EmailAddress::value);
            case WEBSITE -> website(text);
            case LANGUAGE ->
                Arrays.stream(Language.values())
                        .map(Language::code)
                        .filter(text.toLowerCase(Locale.ROOT)::equals)
                        .findFirst();
            case IBAN -> Iban.parse(text).map(Iban::value);
        };
    }

    private static Optional<String> website(String text) {
        try {
            URI address = URI.create(text.contains("://") ? text : "https://" + text);
            String scheme = String.valueOf(address.getScheme());
            return Optional.ofNullable(address.getHost())
                    .filter(host -> host.contains(".") && (scheme.equals("https") || scheme.equals("http")))
                    .map(host -> address.toString());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
