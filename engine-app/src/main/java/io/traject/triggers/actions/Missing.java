package io.traject.triggers.actions;

import io.traject.kernel.Outcome;

/** Refusals of actions whose event knew nothing of the kind that they need. */
final class Missing {

    private Missing() {}

    static <T> Outcome<T> thing(String kind) {
        return switch (kind) {
            case "case" -> Outcome.refused("trigger-without-case");
            case "employee" -> Outcome.refused("trigger-without-employee");
            case "employer" -> Outcome.refused("trigger-without-employer");
            case "user" -> Outcome.refused("trigger-without-user");
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
