package io.traject.cases;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the actor's organisation. */
@Service
@Transactional(readOnly = true)
public class CaseList {

    /** Counting stops above this. */
    public static final int COUNT_LIMIT = 10_000;

    private static final Map<String, String> COLUMNS =
            Map.of("number", "number", "subject", "subject", "dueAt", "due_at", "openedAt", "opened_at");

    private final JdbcClient client;
    private final Authorization authorization;

    CaseList(JdbcClient client, Authorization authorization) {
        this.client = client;
        this.authorization = authorization;
    }

    /**
     * @param page sorted by {@code number}, {@code subject}, {@code dueAt} or {@code openedAt}
     * @return its total is exact up to {@link #COUNT_LIMIT}; one more means: at least that
     */
    public Page<CaseSummary> find(CaseFilter filter, Pageable page) {
        Condition condition = Condition.of(authorization.organisation(Permission.CASES_VIEW), filter);
        List<CaseSummary> found = client.sql("""
                        select id, number, type, subject, batch_id, state, stage, due_at, opened_at from cases_case
                        where %s order by %s limit :limit offset :offset
                        """.formatted(condition.sql(), order(page.getSort())))
                .params(condition.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(CaseList::summary)
                .list();
        return new PageImpl<>(found, page, count(condition));
    }

    private long count(Condition condition) {
        return client.sql("select count(*) from (select from cases_case where %s limit :most) counted"
                        .formatted(condition.sql()))
                .params(condition.parameters())
                .param("most", COUNT_LIMIT + 1)
                .query(Long.class)
                .single();
    }

    private static String order(Sort sort) {
        return sort.and(Sort.by("number")).stream()
                .map(key -> COLUMNS.get(key.getProperty()) + (key.isDescending() ? " desc" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private record Condition(String sql, Map<String, Object> parameters) {

        static Condition of(UUID organisation, CaseFilter filter) {
            List<String> parts = new ArrayList<>(List.of("organisation_id = :organisation"));
            Map<String, Object> parameters = new HashMap<>(Map.of("organisation", organisation));
            filter.batch().ifPresent(batch -> {
                parts.add("batch_id = :batch");
                parameters.put("batch", batch);
            });
            filter.state().ifPresent(state -> {
                parts.add("state = :state");
                parameters.put("state", state.name());
            });
            filter.stage().ifPresent(stage -> {
                parts.add("stage = :stage");
                parameters.put("stage", stage.name());
            });
            filter.text().ifPresent(text -> {
                parts.add(
                        "words @@ (select string_agg(word || ':*', ' & ')::tsquery from unnest(cases_words(:text)) word)");
                parameters.put("text", text.replace("\0", ""));
            });
            return new Condition(String.join(" and ", parts), Map.copyOf(parameters));
        }
    }

    private static CaseSummary summary(ResultSet row, int n) throws SQLException {
        return new CaseSummary(
                row.getObject("id", UUID.class),
                row.getString("number"),
                CaseType.valueOf(row.getString("type")),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("batch_id", UUID.class)),
                CaseState.valueOf(row.getString("state")),
                CaseStage.valueOf(row.getString("stage")),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("opened_at").toInstant());
    }
}
