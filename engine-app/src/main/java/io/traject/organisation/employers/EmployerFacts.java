package io.traject.organisation.employers;

import io.traject.events.FactSource;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers may know of an employer. */
@Component
class EmployerFacts implements FactSource {

    static final String KIND = "employer";
    static final String STATE = "employer.state";

    private static final String ITSELF = "employer.employer";
    private static final String COUNTRY = "employer.country";
    private static final String LEGAL_FORM = "employer.legalForm";
    private static final String LANGUAGE = "employer.language";

    private static final int CHOICES = 50;

    private static final List<Field> FIELDS = List.of(
            Field.of(ITSELF, FieldType.REFERENCE),
            Field.code(STATE, names(EmployerState.values())),
            Field.of(COUNTRY, FieldType.TEXT),
            Field.code(LEGAL_FORM, names(LegalForm.values())),
            Field.code(
                    LANGUAGE,
                    Arrays.stream(Language.values()).map(Language::code).toList()));

    private final JdbcClient jdbc;

    EmployerFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Field> fields(UUID organisation) {
        return FIELDS;
    }

    @Override
    public Map<UUID, Known> known(Collection<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql("""
                        select e.id, e.state, e.country, form.text as legal_form, lower(language.text) as language
                        from organisation_employer e
                        left join organisation_employer_item form on form.employer_id = e.id and form.item = :form
                        left join organisation_employer_item language
                            on language.employer_id = e.id and language.item = :language
                        where e.id = any(:ids)
                        """)
                .param("form", RegistrationItem.LEGAL_FORM.name())
                .param("language", RegistrationItem.LANGUAGE.name())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put(ITSELF, row.getString("id"));
                    values.put(STATE, row.getString("state"));
                    values.put(COUNTRY, row.getString("country"));
                    put(values, LEGAL_FORM, row.getString("legal_form"));
                    put(values, LANGUAGE, row.getString("language"));
                    known.put(row.getObject("id", UUID.class), new Known(values, Map.of()));
                });
        return known;
    }

    @Override
    public List<Choice> choices(UUID organisation, Field field, String search, Language language) {
        return field.key().equals(ITSELF)
                ? jdbc.sql("""
                        select id, name from organisation_employer
                        where organisation_id = :organisation and state <> 'CANCELLED' and name ilike '%%' || :search || '%%'
                        order by name, id limit %d
                        """.formatted(CHOICES))
                        .param("organisation", organisation)
                        .param("search", search.strip().replaceAll("[\\\\%_]", "\\\\$0"))
                        .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                        .list()
                : List.of();
    }

    @Override
    public Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        return field.key().equals(ITSELF)
                ? jdbc.sql("select name from organisation_employer where organisation_id = ? and id::text = ?")
                        .params(organisation, value)
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    private static void put(Map<String, Object> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
