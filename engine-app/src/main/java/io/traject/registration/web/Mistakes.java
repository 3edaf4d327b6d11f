package io.traject.registration.web;

import io.traject.kernel.Refusal;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.RegistrationItem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What can't be kept, beside the field where it was typed. */
final class Mistakes {

    private Mistakes() {}

    static void name(BindingResult errors) {
        reject(errors, "name", Refusal.of("employer-name-unfit", EmployerRegistration.MAX_NAME_LENGTH));
    }

    static void country(BindingResult errors, @Nullable String typed) {
        reject(errors, "country", Refusal.of("employer-country-unknown", Objects.requireNonNullElse(typed, "")));
    }

    static void item(BindingResult errors, RegistrationItem item, String label) {
        reject(errors, item.key(), Refusal.of("employer-item-unfit", label, item.maxLength()));
    }

    private static void reject(BindingResult errors, String field, Refusal refusal) {
        errors.rejectValue(field, refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
    }
}
