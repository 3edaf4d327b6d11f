package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.security.Throttle;
import io.traject.access.security.TooManyAttemptsException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Slows down who guesses the password of a user whose session lies open. */
@Component
class AccountDoor {

    private static final String DOOR = "password";

    private final Throttle throttle;
    private final Authorization authorization;

    AccountDoor(Throttle throttle, Authorization authorization) {
        this.throttle = throttle;
        this.authorization = authorization;
    }

    /**
     * Tries something that the password of the signed-in user is asked for.
     *
     * @param field the field of the form at which a refusal with this code is shown
     * @return what came of it; empty when it was refused, which the errors say then
     */
    <T> Optional<T> attempt(
            HttpServletRequest request, BindingResult errors, UnaryOperator<String> field, Supplier<Outcome<T>> work) {
        String user = authorization.actor().id().toString();
        String address = request.getRemoteAddr();
        try {
            throttle.admit(DOOR, user, address);
        } catch (TooManyAttemptsException e) {
            errors.rejectValue(field.apply("password-wrong"), "refusal.too-many-attempts");
            return Optional.empty();
        }
        return switch (work.get()) {
            case Outcome.Done<T>(T value) -> {
                throttle.forgive(DOOR, user, address);
                yield Optional.of(value);
            }
            case Outcome.Refused<T>(Refusal refusal) -> {
                errors.rejectValue(
                        field.apply(refusal.code()),
                        refusal.messageKey(),
                        refusal.arguments().toArray(),
                        refusal.code());
                yield Optional.empty();
            }
        };
    }
}
