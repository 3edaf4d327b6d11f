package io.traject.access.web;

import io.traject.kernel.Outcome;
import io.traject.kernel.RefusedException;
import java.util.function.Supplier;

/** Takes a refusal that undid a change as the answer that it is, so that the form can show it with what was typed. */
final class Answered {

    private Answered() {}

    static <T> Outcome<T> by(Supplier<Outcome<T>> useCase) {
        try {
            return useCase.get();
        } catch (RefusedException refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
    }
}
