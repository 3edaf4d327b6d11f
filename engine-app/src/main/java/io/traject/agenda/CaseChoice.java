package io.traject.agenda;

import java.util.UUID;

/** About which case a request is to be. */
public sealed interface CaseChoice {

    /** The employee's open case of the type that the consultation type prefers: the newest, or none when there is none. */
    record Preferred() implements CaseChoice {}

    /** The same, also of a consultation type that prefers none: about none then. */
    record Fitting() implements CaseChoice {}

    /** This one. */
    record Of(UUID caseId) implements CaseChoice {}

    record None() implements CaseChoice {}
}
