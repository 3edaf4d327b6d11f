package io.traject.registration;

import io.traject.kernel.Country;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.RegistrationItem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it is typed or sent. What is left out is empty.
 *
 * @param country ISO 3166-1
 */
public record RegistrationInput(
        @Nullable String name,
        @Nullable String country,
        @Nullable String tradeName,
        @Nullable String legalForm,
        @Nullable String code,
        @Nullable String kvkNumber,
        @Nullable String vatNumber,
        @Nullable String payrollTaxNumber,
        @Nullable String visitingStreet,
        @Nullable String visitingHouseNumber,
        @Nullable String visitingPostcode,
        @Nullable String visitingCity,
        @Nullable String postalStreet,
        @Nullable String postalHouseNumber,
        @Nullable String postalPostcode,
        @Nullable String postalCity,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String language,
        @Nullable String iban) {

    /** What is registered now, as far as it may be seen. */
    public static RegistrationInput of(EmployerRegistration registration, Predicate<EmployerField> visible) {
        Map<RegistrationItem, String> seen = new EnumMap<>(RegistrationItem.class);
        registration.items().forEach((item, text) -> {
            if (visible.test(item.field())) {
                seen.put(item, text);
            }
        });
        return new RegistrationInput(
                registration.name(),
                registration.country().code(),
                seen.get(RegistrationItem.TRADE_NAME),
                seen.get(RegistrationItem.LEGAL_FORM),
                seen.get(RegistrationItem.CODE),
                seen.get(RegistrationItem.KVK_NUMBER),
                seen.get(RegistrationItem.VAT_NUMBER),
                seen.get(RegistrationItem.PAYROLL_TAX_NUMBER),
                seen.get(RegistrationItem.VISITING_STREET),
                seen.get(RegistrationItem.VISITING_HOUSE_NUMBER),
                seen.get(RegistrationItem.VISITING_POSTCODE),
                seen.get(RegistrationItem.VISITING_CITY),
                seen.get(RegistrationItem.POSTAL_STREET),
                seen.get(RegistrationItem.POSTAL_HOUSE_NUMBER),
                seen.get(RegistrationItem.POSTAL_POSTCODE),
                seen.get(RegistrationItem.POSTAL_CITY),
                seen.get(RegistrationItem.PHONE),
                seen.get(RegistrationItem.EMAIL),
                seen.get(RegistrationItem.WEBSITE),
                seen.get(RegistrationItem.LANGUAGE),
                seen.get(RegistrationItem.IBAN));
    }

    private @Nullable String text(RegistrationItem item) {
        return switch (item) {
            case TRADE_NAME -> tradeName;
            case LEGAL_FORM -> legalForm;
            case CODE -> code;
            case KVK_NUMBER -> kvkNumber;
            case VAT_NUMBER -> vatNumber;
            case PAYROLL_TAX_NUMBER -> payrollTaxNumber;
            case VISITING_STREET -> visitingStreet;
            case VISITING_HOUSE_NUMBER -> visitingHouseNumber;
            case VISITING_POSTCODE -> visitingPostcode;
            case VISITING_CITY -> visitingCity;
            case POSTAL_STREET -> postalStreet;
            case POSTAL_HOUSE_NUMBER -> postalHouseNumber;
            case POSTAL_POSTCODE -> postalPostcode;
            case POSTAL_CITY -> postalCity;
            case PHONE -> phone;
            case EMAIL -> email;
            case WEBSITE -> website;
            case LANGUAGE -> language;
            case IBAN -> iban;
        };
    }

    /** Everything that is filled in. */
    public Map<RegistrationItem, String> items() {
        Map<RegistrationItem, String> items = new EnumMap<>(RegistrationItem.class);
        for (RegistrationItem item : RegistrationItem.values()) {
            String text = text(item);
            if (text != null && !text.isBlank()) {
                items.put(item, text);
            }
        }
        return items;
    }

    public boolean hasName() {
        return name != null && EmployerRegistration.isName(name);
    }

    public Optional<Country> knownCountry() {
        return Optional.ofNullable(country).flatMap(Country::parse);
    }

    /** Those that are too long or hold more than a line. */
    public List<RegistrationItem> unfit() {
        return items().entrySet().stream()
                .filter(item -> !item.getKey().fits(item.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that the organisation doesn't ask for. */
    public List<RegistrationItem> notAsked(EmployerProfile profile) {
        return items().keySet().stream()
                .filter(item -> !profile.shows(item.field()))
                .toList();
    }

    /** @return empty unless it {@link #hasName}, has a {@link #knownCountry} and nothing is {@link #unfit} */
    public Optional<EmployerRegistration> registration() {
        return name != null && hasName() && unfit().isEmpty()
                ? knownCountry().map(known -> new EmployerRegistration(name, known, items()))
                : Optional.empty();
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "RegistrationInput" + items().keySet();
    }
}
