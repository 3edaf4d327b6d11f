package io.traject.registration.api;

import io.traject.kernel.Language;
import io.traject.organisation.employers.Employer;
import io.traject.registration.RegistrationInput;
import io.traject.registration.ViewEmployer.Seen;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * An employer.
 *
 * @param state {@code draft}, {@code registered}, {@code published} or {@code cancelled}
 * @param registration of the fields that the organisation asks for; null where nothing is known
 * @param shortcomings what is missing or wrong while it is not complete
 * @param allowedActions of {@code register}, {@code publish} and {@code cancel} what the caller may do now
 */
record EmployerView(
        String id,
        String state,
        RegistrationInput registration,
        List<ShortcomingView> shortcomings,
        List<String> allowedActions,
        String draftedBy,
        Instant draftedAt,
        Instant workedOnAt,
        @Nullable Instant publishedAt,
        @Nullable Instant cancelledAt) {

    /**
     * @param field that it is about
     * @param code stable, kebab-case
     * @param message for people
     */
    record ShortcomingView(String field, String code, String message) {}

    static EmployerView of(Seen seen, MessageSource messages, Language reader) {
        Employer employer = seen.employer();
        return new EmployerView(
                employer.id().toString(),
                Codes.of(employer.state()),
                seen.registration(),
                seen.shortcomings().stream()
                        .map(one -> new ShortcomingView(
                                one.field(),
                                one.code(),
                                messages.getMessage(
                                        one.messageKey(),
                                        new Object[] {messages.getMessage(one.labelKey(), null, reader.locale())},
                                        reader.locale())))
                        .toList(),
                seen.allowedActions().stream().map(Codes::of).toList(),
                employer.draftedByName(),
                employer.draftedAt(),
                employer.workedOnAt(),
                employer.publishedAt().orElse(null),
                employer.cancelledAt().orElse(null));
    }
}
