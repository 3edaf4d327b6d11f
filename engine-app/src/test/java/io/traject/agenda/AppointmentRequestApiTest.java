package io.traject.agenda;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Appointment requests over REST. */
@TrajectTest
class AppointmentRequestApiTest {

    private static final String REQUESTS = "/api/v1/appointment-requests";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestAgenda agenda;

    @Autowired
    TestCases cases;

    @Autowired
    TestEmployees employees;

    private UUID provider;
    private Employee baker;
    private RestCaller program;

    @BeforeEach
    void open() throws Exception {
        provider = employees.provider();
        baker = employees.add(employees.node(NodeKind.EMPLOYER, provider, "Bakkerij"), "1", "Jansen");
        agenda.type(provider, "Spreekuur arts", "Doctor");
        agenda.type(provider, TestAgenda.details("Eenmalig", "Once", Optional.empty(), true));
        program = new RestCaller(
                port,
                accounts.accessToken(
                        provider,
                        Permission.APPOINTMENTS_VIEW,
                        Permission.APPOINTMENTS_REQUEST,
                        Permission.CASES_VIEW));
    }

    @Test
    void shouldBePlannedRescheduledAndCancelled() {
        String request = RestCaller.json(post(Map.of("consultationType", "doctor")))
                .get("id")
                .asString();
        LocalDate monday = LocalDate.now().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        assertThat(program.post(REQUESTS + "/" + request + "/plan", start(monday, "+01:00"))
                        .statusCode())
                .as("may request, not plan")
                .isEqualTo(403);
        RestCaller planner = new RestCaller(
                port, accounts.accessToken(provider, Permission.APPOINTMENTS_VIEW, Permission.APPOINTMENTS_PLAN));
        assertThat(RestCaller.json(planner.get(REQUESTS + "/" + request)).get("allowedActions"))
                .extracting(JsonNode::asString)
                .containsExactly("plan");
        assertThat(planner.post(REQUESTS + "/" + request + "/plan", "{}").statusCode())
                .isEqualTo(422);

        HttpResponse<String> planned = planner.post(REQUESTS + "/" + request + "/plan", start(monday, "+01:00"));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        String appointment = location(planned);
        JsonNode read = RestCaller.json(planner.get(appointment));
        assertThat(read.get("state").asString()).isEqualTo("planned");
        assertThat(read.get("startsAt").asString()).isEqualTo(monday + "T13:30:00Z");
        assertThat(read.get("endsAt").asString()).isEqualTo(monday + "T13:50:00Z");
        assertThat(read.get("allowedActions")).extracting(JsonNode::asString).containsExactly("reschedule", "cancel");
        assertThat(RestCaller.json(planner.get(REQUESTS + "/" + request))
                        .get("state")
                        .asString())
                .isEqualTo("planned");
        assertThat(appointment)
                .endsWith(RestCaller.json(planner.get(REQUESTS + "/" + request))
                        .get("appointmentId")
                        .asString());
        assertProblem(planner.post(appointment + "/complete", ""), "appointment-not-begun");
        assertProblem(planner.post(appointment + "/undo", ""), "appointment-action-not-allowed");
        assertProblem(
                planner.post(REQUESTS + "/" + request + "/plan", start(monday, "Z")), "appointment-request-not-open");

        assertThat(RestCaller.json(planner.post(appointment + "/reschedule", start(monday, "Z")))
                        .get("startsAt")
                        .asString())
                .isEqualTo(monday + "T14:30:00Z");
        assertThat(RestCaller.json(planner.post(appointment + "/cancel", "{\"reason\":\" ill \"}"))
                        .get("reason")
                        .asString())
                .isEqualTo("ill");
        assertProblem(planner.post(appointment + "/cancel", ""), "appointment-action-not-allowed");
    }

    private static String start(LocalDate day, String offset) {
        return "{\"startsAt\":\"%sT14:30:00%s\",\"place\":\"Damrak\\u0000 1\"}".formatted(day, offset);
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void shouldBeMadeOpenedChangedAndWithdrawn() {
        Case absence = cases.about(baker.id(), "Rug");
        HttpResponse<String> made = post(Map.of(
                "consultationType",
                "doctor",
                "preferredCase",
                true,
                "draft",
                true,
                "wishes",
                Map.of("saturdayAllowed", true, "remark", " Liefst 's ochtends ")));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String at = location(made);
        assertThat(RestCaller.json(made).properties())
                .extracting(field -> field.getKey() + "=" + field.getValue().asString(""))
                .contains(
                        "employeeId=" + baker.id(),
                        "employerId=" + baker.employer(),
                        "consultationType=doctor",
                        "caseId=" + absence.id(),
                        "state=draft",
                        "remark=Liefst 's ochtends",
                        "requestedBy=Test");
        assertThat(RestCaller.json(made).get("allowedActions"))
                .extracting(JsonNode::asString)
                .containsExactly("open", "change", "withdraw");

        HttpResponse<String> opened = program.post(at + "/opening", "", "If-Match", "\"0\"");
        assertThat(RestCaller.json(opened).get("state").asString()).isEqualTo("open");
        assertThat(RestCaller.problem(program.post(at + "/opening", ""))).isEqualTo("appointment-request-not-draft");
        assertThat(program.put(at, "{}").statusCode()).isEqualTo(428);
        assertThat(program.put(at, "{}", "If-Match", "\"0\"").statusCode()).isEqualTo(412);
        assertThat(program.post(at + "/withdrawal", "", "If-Match", "\"0\"").statusCode())
                .isEqualTo(412);
        HttpResponse<String> changed =
                program.put(at, "{\"sundayHolidayAllowed\":true,\"desiredUntil\":\"2099-12-31\"}", "If-Match", "\"1\"");
        assertThat((Object) RestCaller.json(changed)).isInstanceOfSatisfying(JsonNode.class, view -> {
            assertThat(view.has("caseId")).isFalse();
            assertThat(view.get("saturdayAllowed").asBoolean()).isFalse();
            assertThat(view.get("desiredUntil").asString()).isEqualTo("2099-12-31");
        });
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");

        assertThat(RestCaller.json(program.post(at + "/withdrawal", ""))
                        .get("state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(RestCaller.problem(program.post(at + "/withdrawal", ""))).isEqualTo("appointment-request-withdrawn");
        assertThat(RestCaller.json(program.post(at + "/reinstatement", ""))
                        .get("state")
                        .asString())
                .isEqualTo("draft");
        assertThat(RestCaller.json(program.get(at)).get("state").asString()).isEqualTo("draft");
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(RestCaller.problem(post(Map.of("consultationType", "none")))).isEqualTo("consultation-type-unknown");
        assertThat(post(Map.of("consultationType", "none")).statusCode()).isEqualTo(422);
        assertThat(post(Map.of()).statusCode()).isEqualTo(422);
        assertThat(RestCaller.problem(post(Map.of("consultationType", "once", "preferredCase", true))))
                .isEqualTo("consultation-type-without-preferred-case-type");
        assertThat(RestCaller.problem(post(Map.of(
                        "consultationType",
                        "once",
                        "wishes",
                        Map.of("desiredFrom", "2099-01-02", "desiredUntil", "2099-01-01")))))
                .isEqualTo("desired-period-invalid");
        assertThat(RestCaller.problem(
                        post(Map.of("consultationType", "once", "wishes", Map.of("caseId", UUID.randomUUID())))))
                .isEqualTo("case-not-open-of-employee");
        assertThat(post(Map.of("consultationType", "once")).statusCode()).isEqualTo(201);
        HttpResponse<String> second = post(Map.of("consultationType", "once"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(RestCaller.problem(second)).isEqualTo("appointment-request-duplicate");
    }

    @Test
    void shouldBeMadeOnceWithOneKey() {
        String body = body(Map.of("consultationType", "doctor"));
        HttpResponse<String> first = program.post(REQUESTS, body, "Idempotency-Key", "once");
        HttpResponse<String> again = program.post(REQUESTS, body, "Idempotency-Key", "once");

        assertThat(location(again)).isEqualTo(location(first));
        assertThat(RestCaller.json(program.get(REQUESTS)).get("total").asInt()).isOne();
    }

    @Test
    void shouldListAndFilter() {
        post(Map.of("consultationType", "doctor"));
        post(Map.of("consultationType", "once", "draft", true));

        assertThat(list("")).isEqualTo("once doctor");
        assertThat(list("?sort=createdAt")).isEqualTo("doctor once");
        assertThat(list("?state=draft")).isEqualTo("once");
        assertThat(list("?consultationType=doctor&employeeId=" + baker.id())).isEqualTo("doctor");
        assertThat(list("?employeeId=" + UUID.randomUUID())).isEmpty();
        assertThat(list("?caseId=" + UUID.randomUUID())).isEmpty();
        assertThat(program.get(REQUESTS + "?state=x").statusCode()).isEqualTo(400);
        assertThat(program.get(REQUESTS + "?q=jan").statusCode())
                .as("a name finds nobody for who may see no employees")
                .isEqualTo(403);
        var sees = new RestCaller(
                port, accounts.accessToken(provider, Permission.APPOINTMENTS_VIEW, Permission.EMPLOYEES_VIEW));
        assertThat(RestCaller.json(sees.get(REQUESTS + "?q=jan")).get("total").asInt())
                .isEqualTo(2);
        assertThat(RestCaller.json(program.get("/api/v1/consultation-types")).at("/items/1"))
                .hasToString(
                        "{\"code\":\"doctor\",\"name\":\"Spreekuur arts\",\"minutes\":20,\"preferredCaseType\":\"absence\",\"retired\":false}");
    }

    @Test
    void shouldBeForWhoMay() {
        String at = location(post(Map.of("consultationType", "doctor")));
        var reader = new RestCaller(port, accounts.accessToken(provider, Permission.APPOINTMENTS_VIEW));
        var other = new RestCaller(port, accounts.accessToken(provider, Permission.EMPLOYEES_VIEW));
        var elsewhere = new RestCaller(port, accounts.accessToken(employees.provider(), Permission.values()));

        assertThat(RestCaller.json(reader.get(at)).get("allowedActions")).isEmpty();
        assertThat(reader.post(at + "/withdrawal", "").statusCode()).isEqualTo(403);
        assertThat(reader.post(REQUESTS, body(Map.of("consultationType", "doctor")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get(at).statusCode()).isEqualTo(403);
        assertThat(other.get(REQUESTS).statusCode()).isEqualTo(403);
        assertThat(other.get("/api/v1/consultation-types").statusCode()).isEqualTo(403);
        assertThat(elsewhere.get(at).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post(at + "/withdrawal", "").statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .post(REQUESTS, body(Map.of("consultationType", "doctor")))
                        .statusCode())
                .isEqualTo(404);
    }

    private String list(String query) {
        return String.join(
                " ",
                RestCaller.json(program.get(REQUESTS + query))
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("consultationType").asString())
                        .toList());
    }

    private HttpResponse<String> post(Map<String, Object> wanted) {
        return program.post(REQUESTS, body(wanted));
    }

    private String body(Map<String, Object> wanted) {
        Map<String, Object> all = new HashMap<>(wanted);
        all.put("employeeId", baker.id());
        return RestCaller.json(all);
    }
}
