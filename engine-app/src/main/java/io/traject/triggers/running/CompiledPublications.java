package io.traject.triggers.running;

import io.traject.events.EventCatalogue;
import io.traject.rules.triggers.CompiledTriggers;
import io.traject.rules.triggers.Facts;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Publications compiled, the last one kept. A trigger whose conditions no longer fit what is known, since a newer version of the
 * application tells other things about an event, is left out; the others run.
 */
@Component
class CompiledPublications {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledPublications.class);

    private final Publications publications;
    private final EventCatalogue catalogue;
    private final AtomicReference<Compiled> newest = new AtomicReference<>(new Compiled(0, Map.of(), Map.of()));

    CompiledPublications(Publications publications, EventCatalogue catalogue) {
        this.publications = publications;
        this.catalogue = catalogue;
    }

    /** A publication, ready to run. */
    record Compiled(
            long publication, Map<UUID, CompiledTriggers> byOrganisation, Map<UUID, PublishedTrigger> versions) {

        /** The triggers that fire, in the order of their names. */
        List<PublishedTrigger> firing(Facts facts) {
            CompiledTriggers triggers = byOrganisation.get(facts.organisation());
            Set<UUID> firing = triggers == null ? Set.of() : triggers.firing(facts);
            return versions.values().stream()
                    .filter(trigger -> firing.contains(trigger.rule().version()))
                    .sorted(Comparator.comparing(PublishedTrigger::name))
                    .toList();
        }
    }

    /** What is published now, as the current transaction sees it. */
    Compiled newest() {
        long publication = publications.newest();
        Compiled known = Objects.requireNonNull(newest.get());
        if (known.publication == publication) {
            return known;
        }
        Compiled compiled = compile(publication);
        newest.set(compiled);
        return compiled;
    }

    private Compiled compile(long publication) {
        List<PublishedTrigger> triggers = publications.triggers(publication);
        Map<UUID, CompiledTriggers> compiled = new HashMap<>();
        triggers.stream()
                .collect(Collectors.groupingBy(trigger -> trigger.rule().organisation()))
                .forEach((organisation, own) -> compiled.put(organisation, compile(organisation, own)));
        return new Compiled(
                publication,
                compiled,
                triggers.stream()
                        .collect(Collectors.toMap(trigger -> trigger.rule().version(), trigger -> trigger)));
    }

    private CompiledTriggers compile(UUID organisation, List<PublishedTrigger> triggers) {
        Map<String, List<Field>> fields = triggers.stream()
                .map(trigger -> trigger.rule().event())
                .distinct()
                .collect(Collectors.toMap(event -> event, event -> catalogue.fields(organisation, event)));
        return CompiledTriggers.compile(
                triggers.stream()
                        .filter(trigger -> fits(trigger, fields))
                        .map(PublishedTrigger::rule)
                        .toList(),
                fields);
    }

    private static boolean fits(PublishedTrigger trigger, Map<String, List<Field>> fields) {
        TriggerRule rule = trigger.rule();
        boolean fits = trigger.fits(fields.getOrDefault(rule.event(), List.of()));
        if (!fits) {
            LOG.warn("Version {} of a trigger no longer fits what its event knows and does not run", rule.version());
        }
        return fits;
    }
}
