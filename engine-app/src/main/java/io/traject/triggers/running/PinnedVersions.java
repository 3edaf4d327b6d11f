package io.traject.triggers.running;

import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The version of a trigger as it was published when it fired, whatever was published since. */
@Component
class PinnedVersions {

    private final Publications publications;
    private final JdbcClient jdbc;

    PinnedVersions(Publications publications, JdbcClient jdbc) {
        this.publications = publications;
        this.jdbc = jdbc;
    }

    PublishedTrigger of(Firing firing) {
        long publication = jdbc.sql("select publication from triggers_evaluation where event_id = ?")
                .param(firing.event())
                .query(Long.class)
                .single();
        return publications.triggers(publication).stream()
                .filter(trigger -> trigger.rule().version().equals(firing.version()))
                .findFirst()
                .orElseThrow();
    }
}
