package io.traject.cases;

import io.traject.access.ObjectReferences;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases are named by their numbers. */
@Component
class CaseReferences implements ObjectReferences {

    private final JdbcClient database;

    CaseReferences(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public Map<UUID, String> of(UUID organisation, Set<UUID> ids) {
        return database
                .sql("select id, number from cases_case where organisation_id = ? and id = any(?)")
                .params(organisation, ids.toArray(UUID[]::new))
                .query((row, n) -> new OpenedCase(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(OpenedCase::id, OpenedCase::number));
    }

    @Override
    public Optional<UUID> find(UUID organisation, String reference) {
        return database.sql("select id from cases_case where organisation_id = ? and number = ?")
                .params(organisation, reference.toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .optional();
    }
}
