package io.traject.organisation.employees;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What is medical reaches nobody of an employer, by any way out. Every page and every call of the application that answers
 * a GET is asked for, with the employee's id wherever an id can stand, by an employer's user, a department manager and a
 * program with every permission but the medical ones; a practitioner shows that it would have been there to find.
 */
@TrajectTest
class MedicalStaysInsideTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern WITH_ID = Pattern.compile("([^/{}]+)/\\{[^}]+}");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    MedicalNotes medicalNotes;

    @Autowired
    JdbcClient database;

    private final String secret = "Rugklachten" + UUID.randomUUID().toString().replace("-", "");
    private UUID provider;
    private UUID bakery;
    private UUID ovens;
    private Employee baker;

    @BeforeEach
    void writeDown() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        baker = employees.add(ovens, "1", "Jansen");
        SystemActor.run(() -> medicalNotes.write(baker.id(), Optional.of(secret), baker.version()));
    }

    @Test
    void shouldBeInNoAnswerToAnEmployersPeople() {
        Browser practitioner = browser(StandardRole.PRACTITIONER, ovens);
        Browser employersUser = browser(StandardRole.EMPLOYER_USER, bakery);
        Browser manager = browser(StandardRole.DEPARTMENT_MANAGER, ovens);
        var program = new RestCaller(
                port,
                accounts.accessToken(
                        provider,
                        Arrays.stream(Permission.values())
                                .filter(permission -> !permission.name().startsWith("MEDICAL"))
                                .toArray(Permission[]::new)));
        var leaks = new ArrayList<String>();
        List<String> paths = paths();

        for (String path : paths) {
            if (path.startsWith("/api/")) {
                look(leaks, "program", path, program.get(path).body());
            } else {
                look(leaks, "employer's user", path, employersUser.get(path).body());
                look(leaks, "department manager", path, manager.get(path).body());
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(paths).hasSizeGreaterThan(50).contains("/employees/" + baker.id());
        assertThat(practitioner
                        .get("/employees/" + baker.id() + "/medical-note")
                        .body())
                .contains(secret);
        assertThat(practitioner.get("/employees?q=" + secret).body()).doesNotContain("Jansen");
    }

    /** Nor is it written down elsewhere, for a mail, a log, a search or an export to find. */
    @Test
    void shouldBeInOneColumnOnly() {
        List<Map<String, Object>> columns = database.sql("""
                        select table_schema as schema, table_name as name, column_name as column from information_schema.columns
                        where table_schema not in ('information_schema', 'pg_catalog')
                            and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector')
                        """).query().listOfRows();

        List<String> found = columns.stream()
                .filter(column -> database.sql("select exists (select from \"%s\".\"%s\" where \"%s\"::text ilike ?)"
                                .formatted(column.get("schema"), column.get("name"), column.get("column")))
                        .param("%" + secret + "%")
                        .query(Boolean.class)
                        .single())
                .map(column -> column.get("name") + "." + column.get("column"))
                .toList();

        assertThat(found).containsExactly("organisation_employee.medical_note");
    }

    /** Every address, with an id wherever one can stand. */
    private List<String> paths() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith("io.traject."))
                .filter(one -> one.getKey().getMethodsCondition().getMethods().isEmpty()
                        || one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .flatMap(this::filled)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> filled(String mapped) {
        String pattern = mapped.replaceAll("\\{\\w+:[^}]*csv}", "csv");
        String owned = WITH_ID.matcher(pattern)
                .replaceAll(found -> found.group(1) + "/"
                        + switch (found.group(1)) {
                            case "employers" -> bakery;
                            case "departments", "nodes", "folders", "organisation" -> ovens;
                            default -> baker.id();
                        });
        String named = VARIABLE.matcher(owned).replaceAll(baker.id().toString());
        String everywhere = VARIABLE.matcher(pattern).replaceAll(baker.id().toString());
        return Stream.of(named, everywhere, everywhere + "?q=Jansen&at=" + ovens);
    }

    private void look(List<String> leaks, String reader, String path, String body) {
        if (body.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))) {
            leaks.add(reader + " at " + path);
        }
    }

    private Browser browser(StandardRole role, UUID node) {
        return new Browser(port).signedIn(accounts.user(role, provider, new Part(node, true)));
    }
}
