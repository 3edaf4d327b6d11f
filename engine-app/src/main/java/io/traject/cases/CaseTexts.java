package io.traject.cases;

import io.traject.events.MergeSource;
import io.traject.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What texts may say of a case: its number, and whom it is about. */
@Component
class CaseTexts implements MergeSource {

    private static final String NUMBER = "case.number";
    private static final String SUBJECT = "case.subject";

    private final JdbcClient jdbc;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return CaseFacts.KIND;
    }

    @Override
    public List<String> keys() {
        return List.of(NUMBER, SUBJECT);
    }

    @Override
    public Optional<Map<String, String>> values(UUID id, Language language) {
        return jdbc.sql("select number, subject from cases_case where id = ?")
                .param(id)
                .query((row, n) -> Map.of(NUMBER, row.getString("number"), SUBJECT, row.getString("subject")))
                .optional();
    }
}
