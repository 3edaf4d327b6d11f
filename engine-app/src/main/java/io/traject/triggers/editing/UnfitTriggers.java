package io.traject.triggers.editing;

import io.traject.events.EventCatalogue;
import io.traject.questionnaires.QuestionnaireUse;
import io.traject.rules.triggers.Field;
import io.traject.triggers.PublishedTrigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps questionnaires from being changed in such a way that a published trigger could not run. */
@Component
class UnfitTriggers implements QuestionnaireUse {

    private final StoredPublications publications;
    private final EventCatalogue events;

    UnfitTriggers(StoredPublications publications, EventCatalogue events) {
        this.publications = publications;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> unfit(UUID organisation) {
        publications.await();
        Map<String, List<Field>> fields = new HashMap<>();
        return publications.triggers(publications.newest()).stream()
                .filter(trigger -> trigger.rule().organisation().equals(organisation))
                .filter(trigger -> !trigger.fits(
                        fields.computeIfAbsent(trigger.rule().event(), event -> events.fields(organisation, event))))
                .map(PublishedTrigger::name)
                .toList();
    }
}
