package io.traject.kernel;

import java.util.function.Function;

/** What a use case answers: it is done, or it was refused for a reason that the user can read. */
public sealed interface Outcome<T> {

    /** The use case did what was asked. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The business said no; nothing has changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String code, Object... arguments) {
        return new Refused<>(Refusal.of(code, arguments));
    }

    /** The same, with what follows from the value when it is done. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> following) {
        return switch (this) {
            case Done<T>(T value) -> done(following.apply(value));
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /** @throws RefusedException when the use case was refused; the web layer turns it into a problem or a message */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(Refusal refusal) -> throw new RefusedException(refusal);
        };
    }
}
