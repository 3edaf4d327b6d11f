package io.traject.registration.web;

import io.traject.kernel.Language;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.employers.LegalForm;
import io.traject.organisation.employers.RegistrationItem;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** Fields of the registration form that stand together. */
record RegistrationSection(String titleKey, List<Line> lines) {

    /**
     * One field.
     *
     * @param key of the item
     * @param options to choose from; empty for one to type
     */
    record Line(String key, String labelKey, boolean required, String type, boolean brief, List<Option> options) {}

    /**
     * Those that the organisation asks for.
     *
     * @param languages to choose from
     */
    static List<RegistrationSection> of(
            EmployerProfile profile, List<Language> languages, MessageSource messages, Locale locale) {
        return Stream.of(
                        section(
                                "registration.section.company",
                                profile,
                                languages,
                                messages,
                                locale,
                                EmployerField.TRADE_NAME,
                                EmployerField.LEGAL_FORM,
                                EmployerField.CODE,
                                EmployerField.KVK_NUMBER,
                                EmployerField.VAT_NUMBER,
                                EmployerField.PAYROLL_TAX_NUMBER,
                                EmployerField.IBAN),
                        section(
                                EmployerField.VISITING_ADDRESS.labelKey(),
                                profile,
                                languages,
                                messages,
                                locale,
                                EmployerField.VISITING_ADDRESS),
                        section(
                                EmployerField.POSTAL_ADDRESS.labelKey(),
                                profile,
                                languages,
                                messages,
                                locale,
                                EmployerField.POSTAL_ADDRESS),
                        section(
                                "registration.section.contact",
                                profile,
                                languages,
                                messages,
                                locale,
                                EmployerField.PHONE,
                                EmployerField.EMAIL,
                                EmployerField.WEBSITE,
                                EmployerField.LANGUAGE))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private static RegistrationSection section(
            String titleKey,
            EmployerProfile profile,
            List<Language> languages,
            MessageSource messages,
            Locale locale,
            EmployerField... fields) {
        return new RegistrationSection(
                titleKey,
                Arrays.stream(fields)
                        .filter(profile::shows)
                        .flatMap(field -> RegistrationItem.of(field).stream())
                        .map(item -> line(item, profile.requires(item.field()), languages, messages, locale))
                        .toList());
    }

    private static Line line(
            RegistrationItem item, boolean required, List<Language> languages, MessageSource messages, Locale locale) {
        return new Line(
                item.key(),
                labelKey(item),
                required,
                switch (item) {
                    case EMAIL -> "email";
                    case PHONE -> "tel";
                    default -> "text";
                },
                item.maxLength() <= 30,
                options(item, languages, messages, locale));
    }

    static String labelKey(RegistrationItem item) {
        return switch (item) {
            case VISITING_STREET, POSTAL_STREET -> "registration.item.street";
            case VISITING_HOUSE_NUMBER, POSTAL_HOUSE_NUMBER -> "registration.item.houseNumber";
            case VISITING_POSTCODE, POSTAL_POSTCODE -> "registration.item.postcode";
            case VISITING_CITY, POSTAL_CITY -> "registration.item.city";
            default -> item.field().labelKey();
        };
    }

    private static List<Option> options(
            RegistrationItem item, List<Language> languages, MessageSource messages, Locale locale) {
        return switch (item) {
            case LEGAL_FORM ->
                Arrays.stream(LegalForm.values())
                        .map(form -> new Option(form.name(), messages.getMessage(form.labelKey(), null, locale)))
                        .toList();
            case LANGUAGE ->
                languages.stream()
                        .map(language ->
                                new Option(language.code(), language.locale().getDisplayLanguage(locale)))
                        .toList();
            default -> List.of();
        };
    }
}
