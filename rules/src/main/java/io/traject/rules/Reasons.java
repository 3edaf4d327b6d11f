package io.traject.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Where the consequence of a rule says what it objects to: {@code reasons.about($field);}. Knows which rule speaks. */
public final class Reasons {

    private final Map<String, NamedRule> rules;
    private final List<Reason> given = new ArrayList<>();
    private @Nullable NamedRule speaking;

    Reasons(Map<String, NamedRule> rules) {
        this.rules = rules;
    }

    /** For use in rule files. */
    public void about(String subject) {
        given.add(new Reason(Objects.requireNonNull(speaking, "no rule speaks"), subject));
    }

    List<Reason> given() {
        return List.copyOf(given);
    }

    /** Notes which rule is about to speak. */
    final class Listener extends DefaultAgendaEventListener {

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            speaking = rules.get(event.getMatch().getRule().getName());
        }
    }
}
