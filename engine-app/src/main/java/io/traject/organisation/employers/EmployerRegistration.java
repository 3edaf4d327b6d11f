package io.traject.organisation.employers;

import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.VatNumber;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.tree.Node;
import io.traject.rules.employers.EmployerFacts.Content;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is registered of an employer. What was typed is kept, in its usual form where it can be read and as it was typed where
 * it can't: a draft may hold both.
 *
 * @param name one line of at most {@value #MAX_NAME_LENGTH} characters
 * @param country where it is established
 * @param items without the empty ones
 */
public record EmployerRegistration(String name, Country country, Map<RegistrationItem, String> items) {

    public static final int MAX_NAME_LENGTH = Node.MAX_NAME_LENGTH;

    /** @throws IllegalArgumentException for a name or an item that can't be kept */
    public EmployerRegistration {
        name = name.strip();
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of at most %d characters".formatted(MAX_NAME_LENGTH));
        }
        items = kept(items, country);
    }

    /** Whether it can be the name of an employer. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.strip().length() <= MAX_NAME_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** With no more than every draft has. */
    public static EmployerRegistration limited(String name, Country country) {
        return new EmployerRegistration(name, country, Map.of());
    }

    /** These, and of the fields that the profile does not ask for what another one holds: nobody could see or change that. */
    EmployerRegistration keepingHidden(EmployerRegistration other, EmployerProfile profile) {
        Map<RegistrationItem, String> all = new EnumMap<>(RegistrationItem.class);
        other.items.forEach((item, text) -> {
            if (!profile.shows(item.field())) {
                all.put(item, text);
            }
        });
        items.forEach((item, text) -> {
            if (profile.shows(item.field())) {
                all.put(item, text);
            }
        });
        return new EmployerRegistration(name, country, all);
    }

    public Optional<String> text(RegistrationItem item) {
        return Optional.ofNullable(items.get(item));
    }

    /** The text, if it is what it should be. */
    public Optional<String> read(RegistrationItem item) {
        return text(item).flatMap(text -> item.read(text, country));
    }

    public Optional<LegalForm> legalForm() {
        return read(RegistrationItem.LEGAL_FORM).flatMap(LegalForm::ofCode);
    }

    public Optional<VatNumber> vatNumber() {
        return read(RegistrationItem.VAT_NUMBER).map(VatNumber::new);
    }

    public Optional<EmailAddress> email() {
        return read(RegistrationItem.EMAIL).map(EmailAddress::new);
    }

    /** In which the employer is written to, where that was chosen (A2). */
    public Optional<Language> language() {
        return read(RegistrationItem.LANGUAGE).map(Language::ofCode);
    }

    /** How far a field is filled in. */
    Content content(EmployerField field) {
        List<RegistrationItem> parts = RegistrationItem.of(field);
        if (parts.stream().noneMatch(items::containsKey)) {
            return Content.NONE;
        }
        if (parts.stream().anyMatch(item -> !items.containsKey(item) && !item.isOptionalIn(country))) {
            return Content.IN_PART;
        }
        return parts.stream()
                        .allMatch(item -> !items.containsKey(item) || read(item).isPresent())
                ? Content.GOOD
                : Content.NOT_READABLE;
    }

    private static Map<RegistrationItem, String> kept(Map<RegistrationItem, String> typed, Country country) {
        Map<RegistrationItem, String> kept = new EnumMap<>(RegistrationItem.class);
        typed.forEach((item, text) -> {
            if (!item.fits(text)) {
                throw new IllegalArgumentException(item.key() + " can't be kept");
            }
            String stripped = text.strip();
            if (!stripped.isEmpty()) {
                kept.put(item, item.read(stripped, country).orElse(stripped));
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    /** Without what was typed: a sole trader's numbers and addresses are personal. */
    @Override
    public String toString() {
        return "EmployerRegistration[" + items.keySet() + "]";
    }
}
