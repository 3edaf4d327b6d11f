package io.traject.triggers.actions;

import io.traject.events.DeclaredEvent;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Something that a trigger can do. Its name is the text {@code trigger.action.<kind>}. Every bean is offered. */
public interface TriggerAction {

    /** Stable, kebab-case: {@code add-task}. */
    String kind();

    List<Setting> settings();

    /** Kinds of things of which the event must know one: {@code case}. Not offered for an event without. */
    Set<String> needs();

    /** To choose from for a setting of form {@link Setting.Form#CHOICE}. */
    default List<Choice> choices(UUID organisation, String setting, Language language) {
        return List.of();
    }

    /** Whether a choice can mean anything at such an event. */
    default boolean fits(DeclaredEvent event, String setting, String choice) {
        return true;
    }

    /** What is wrong with the settings beyond what their forms say: message codes by the key of a setting. */
    default Map<String, String> mistakes(UUID organisation, Map<String, String> settings) {
        return Map.of();
    }

    /** Types of the events that it raises, as far as is known beforehand; for finding loops. */
    Set<String> raises();

    /**
     * Does it, in the caller's transaction and as the system. It is called once for an event, a version and a position; what
     * it writes and that it was done are committed together. A refusal is told to the administrator as an incident, and may be
     * tried again.
     *
     * @return a line for the log, its code a text {@code trigger.done.<code>}, or a refusal
     */
    Outcome<Done> run(ActionCall call);

    /** What was done. @param code of the text {@code trigger.done.<code>}; @param arguments ids and codes, nothing personal */
    record Done(String code, List<String> arguments) {

        public static Done of(String code, String... arguments) {
            return new Done(code, List.of(arguments));
        }
    }
}
