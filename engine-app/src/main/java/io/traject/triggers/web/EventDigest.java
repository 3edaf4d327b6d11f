package io.traject.triggers.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshot;
import io.traject.rules.triggers.Facts;
import io.traject.triggers.editing.MedicalFields;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.UsedFields;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in one line what tells an event from another: what the trigger looks at, then what else was known. */
@Component
class EventDigest {

    private static final int MOST = 4;

    private final EventCatalogue events;
    private final Authorization authorization;

    EventDigest(EventCatalogue events, Authorization authorization) {
        this.events = events;
        this.authorization = authorization;
    }

    /** @return empty when nothing was known that the reader may see */
    String of(EventSnapshot event, TriggerContent content, Teller teller) {
        Facts facts = event.facts();
        Set<String> used = UsedFields.of(content);
        boolean medical = authorization.may(Permission.MEDICAL_VIEW);
        return events.fields(event.organisation(), event.type()).stream()
                .filter(field -> facts.now().containsKey(field.key()))
                .filter(field -> medical || !MedicalFields.includes(field))
                .sorted(Comparator.comparing(field -> !used.contains(field.key())))
                .limit(MOST)
                .map(field -> teller.field(field.key()) + ": "
                        + teller.seen(field.key(), facts.now().get(field.key())).orElse(""))
                .collect(Collectors.joining(" · "));
    }
}
