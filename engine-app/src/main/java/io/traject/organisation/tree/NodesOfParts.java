package io.traject.organisation.tree;

import io.traject.access.NodesInReach;
import io.traject.access.Reach;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NodesOfParts implements NodesInReach {

    private final JdbcClient database;

    NodesOfParts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<UUID> nodes(Set<Reach.Part> parts) {
        var reach = new Reach(parts);
        Stream<UUID> below = database
                .sql("select distinct node_id from organisation_node_above where ancestor_id = any(?)")
                .param(reach.withBelow().toArray(UUID[]::new))
                .query(UUID.class)
                .stream();
        try (below) {
            return Stream.concat(below, reach.alone().stream()).collect(Collectors.toUnmodifiableSet());
        }
    }
}
