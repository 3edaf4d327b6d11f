package io.traject.reexamination;

import io.traject.events.FactSource;
import io.traject.organisation.MunicipalityDirectory;
import io.traject.reexamination.intake.CommunicationPreference;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers of a municipality may know of a case beside what they know of every case: nothing that tells who it is about. */
@Component
class ReExaminationFacts implements FactSource {

    private static final String SCHEME = "re-examination.scheme";
    private static final String PREFERENCE = "re-examination.preference";

    private static final List<Field> FIELDS = List.of(
            Field.of(SCHEME, FieldType.TEXT),
            Field.code(
                    PREFERENCE,
                    Arrays.stream(CommunicationPreference.values())
                            .map(CommunicationPreference::name)
                            .toList()));

    private final JdbcClient jdbc;
    private final MunicipalityDirectory municipalities;

    ReExaminationFacts(JdbcClient jdbc, MunicipalityDirectory municipalities) {
        this.jdbc = jdbc;
        this.municipalities = municipalities;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public List<Field> fields(UUID organisation) {
        return municipalities.isOne(organisation) ? FIELDS : List.of();
    }

    @Override
    public Map<UUID, Known> known(Collection<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql("select case_id, scheme, preference from reexamination_resident where case_id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    known.put(
                            row.getObject("case_id", UUID.class),
                            new Known(
                                    Map.of(
                                            SCHEME, row.getString("scheme"),
                                            PREFERENCE, row.getString("preference")),
                                    Map.of()));
                });
        return known;
    }
}
