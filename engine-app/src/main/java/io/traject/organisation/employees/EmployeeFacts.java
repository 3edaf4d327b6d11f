package io.traject.organisation.employees;

import static io.traject.rules.triggers.FieldType.DATE;
import static io.traject.rules.triggers.FieldType.NUMBER;
import static io.traject.rules.triggers.FieldType.REFERENCE;
import static io.traject.rules.triggers.FieldType.YES_NO;

import io.traject.events.FactSource;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers may know of an employee: where, as what and since when the present or else the newest employment is. */
@Component
class EmployeeFacts implements FactSource {

    static final String KIND = "employee";
    static final String ESTABLISHMENT = "employee.establishment";
    static final String DEPARTMENT = "employee.department";
    static final String JOB_FUNCTION = "employee.jobFunction";
    static final String EMPLOYED_FROM = "employee.employedFrom";
    static final String EMPLOYED_UNTIL = "employee.employedUntil";
    static final String PART_TIME = "employee.partTime";
    static final String LANGUAGE = "employee.language";

    private static final String ARCHIVED = "employee.archived";
    private static final String HAS_EMAIL = "employee.hasEmail";
    private static final String EMPLOYER = "employer";

    private static final List<Field> FIELDS = List.of(
            Field.of(ESTABLISHMENT, REFERENCE),
            Field.of(DEPARTMENT, REFERENCE),
            Field.of(JOB_FUNCTION, REFERENCE),
            Field.of(EMPLOYED_FROM, DATE),
            Field.of(EMPLOYED_UNTIL, DATE),
            Field.of(PART_TIME, NUMBER),
            Field.code(
                    LANGUAGE,
                    Arrays.stream(Language.values()).map(Language::code).toList()),
            Field.of(HAS_EMAIL, YES_NO),
            Field.of(ARCHIVED, YES_NO));

    private static final int CHOICES = 50;

    /** Names of what lies in the tree, with the employer's, since every employer may have a department of the name. */
    private static final String PARTS = """
            select n.id, n.name || ' (' || employer.name || ')' as label
            from organisation_node n
            join organisation_node_above a on a.node_id = n.id
            join organisation_node employer on employer.id = a.ancestor_id and employer.kind = 'EMPLOYER'
            where n.root_id = :organisation
            """;

    private static final String FUNCTIONS = """
            select f.id, f.name || ' (' || employer.name || ')' as label
            from organisation_job_function f join organisation_node employer on employer.id = f.employer_id
            where f.organisation_id = :organisation
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    EmployeeFacts(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
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
                        select distinct on (e.id) e.id, e.employer_id, e.language, e.archived_at is not null as archived,
                            coalesce(e.work_email, e.private_email) is not null as has_email,
                            m.establishment_id, m.department_id, m.job_function_id, m.starts_on, m.ends_on, m.part_time
                        from organisation_employee e left join organisation_employment m on m.employee_id = e.id
                        where e.id = any(:ids)
                        order by e.id, (:today between m.starts_on and coalesce(m.ends_on, 'infinity')) desc nulls last,
                            m.starts_on desc, m.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", time.today())
                .query(row -> {
                    known.put(
                            row.getObject("id", UUID.class),
                            new Known(values(row), Map.of(EMPLOYER, row.getObject("employer_id", UUID.class))));
                });
        return known;
    }

    @Override
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        Map<UUID, String> numbers = new HashMap<>();
        jdbc.sql("select id, number from organisation_employee where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), row.getString("number"));
                });
        return numbers;
    }

    @Override
    public Set<UUID> numbered(UUID organisation, String number) {
        return Set.copyOf(jdbc.sql("""
                        select employee_id from organisation_employee_word
                        where organisation_id = ? and archived = any('{false, true}')
                            and word = (select word from unnest(organisation_words(?)) word
                                order by word ~ '[0-9]' desc, length(word) desc limit 1)
                            and lower(number) = lower(?)
                        """)
                .params(organisation, number, number)
                .query(UUID.class)
                .list());
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        values.put(ARCHIVED, row.getBoolean("archived"));
        values.put(HAS_EMAIL, row.getBoolean("has_email"));
        put(values, LANGUAGE, lower(row.getString("language")));
        put(values, ESTABLISHMENT, row.getString("establishment_id"));
        put(values, DEPARTMENT, row.getString("department_id"));
        put(values, JOB_FUNCTION, row.getString("job_function_id"));
        put(values, EMPLOYED_FROM, row.getObject("starts_on", LocalDate.class));
        put(values, EMPLOYED_UNTIL, row.getObject("ends_on", LocalDate.class));
        put(values, PART_TIME, row.getBigDecimal("part_time"));
        return values;
    }

    /** What an employment says in the log of events, before or after a change; what has no value is left out. */
    static Map<String, Object> of(EmploymentDetails employment) {
        Map<String, Object> values = new HashMap<>();
        employment.establishment().ifPresent(id -> values.put(ESTABLISHMENT, id.toString()));
        employment.department().ifPresent(id -> values.put(DEPARTMENT, id.toString()));
        employment.jobFunction().ifPresent(id -> values.put(JOB_FUNCTION, id.toString()));
        values.put(EMPLOYED_FROM, employment.start().toString());
        employment.end().ifPresent(day -> values.put(EMPLOYED_UNTIL, day.toString()));
        values.put(PART_TIME, employment.partTime().percentage().toPlainString());
        return values;
    }

    @Override
    public List<Choice> choices(UUID organisation, Field field, String search, Language language) {
        String found = " and %s.name ilike '%%' || :search || '%%'";
        return switch (field.key()) {
            case ESTABLISHMENT, DEPARTMENT ->
                choices(
                        PARTS + " and n.kind = :kind and n.archived_at is null" + found.formatted("n"),
                        organisation,
                        field,
                        search);
            case JOB_FUNCTION -> choices(FUNCTIONS + found.formatted("f"), organisation, field, search);
            default -> List.of();
        };
    }

    private List<Choice> choices(String sql, UUID organisation, Field field, String search) {
        return jdbc.sql(sql + " order by label, id limit " + CHOICES)
                .param("organisation", organisation)
                .param("kind", kind(field))
                .param("search", search.strip().replaceAll("[\\\\%_]", "\\\\$0"))
                .query((row, number) -> new Choice(row.getString("id"), row.getString("label")))
                .list();
    }

    private static String kind(Field field) {
        return field.key().substring(KIND.length() + 1).toUpperCase(Locale.ROOT);
    }

    @Override
    public Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        String sql = switch (field.key()) {
            case ESTABLISHMENT, DEPARTMENT -> PARTS + " and n.id::text = :id";
            case JOB_FUNCTION -> FUNCTIONS + " and f.id::text = :id";
            default -> "";
        };
        return sql.isEmpty()
                ? Optional.empty()
                : jdbc.sql(sql)
                        .param("organisation", organisation)
                        .param("id", value)
                        .query((row, number) -> row.getString("label"))
                        .optional();
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
