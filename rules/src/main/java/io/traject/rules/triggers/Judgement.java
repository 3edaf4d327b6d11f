package io.traject.rules.triggers;

import java.time.LocalDate;

/** Whether a trigger fires at an event, and if not why not. */
public sealed interface Judgement {

    record Fires(Explanation explanation) implements Judgement {}

    /** It is about another event, or about those of another organisation. */
    record OtherEvent() implements Judgement {}

    /** @param from the first day on which it fires */
    record NotYetValid(LocalDate from) implements Judgement {}

    /** @param until the last day on which it fired */
    record NoLongerValid(LocalDate until) implements Judgement {}

    /** Its condition does not hold. */
    record Fails(Explanation explanation) implements Judgement {}
}
