package io.traject.triggers.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Triggers as JSON, from a draft to what runs. */
@TrajectTest
class TriggerApiTest {

    private static final String TRIGGERS = "/api/v1/triggers";

    private static final String LETTER = """
            {"name": "%s", "event": "testing.happened",
             "condition": {"all": [{"field": "event.amount", "operator": "at-least", "values": ["20"]},
                                   {"not": {"field": "testing.place", "operator": "empty"}},
                                   {"field": "score.health.strain", "operator": "at-least", "values": ["3"]}]},
             "actions": [{"kind": "testing-note", "settings": {"title": "At {{event.amount}}", "aloud": "true"}}],
             "validFrom": "2026-01-01"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    private UUID organisation;
    private RestCaller caller;

    @BeforeEach
    void signIn() {
        organisation = cases.municipality();
        caller = new RestCaller(port, accounts.accessToken(organisation, Permission.TRIGGERS_EDIT));
    }

    @Test
    void shouldBeWrittenTestedPublishedAndStopped() {
        HttpResponse<String> made = create("Letter");
        String path = made.headers().firstValue("Location").orElseThrow();
        assertThat(RestCaller.json(made).at("/versions/0/state").asString()).isEqualTo("draft");
        assertThat(RestCaller.problem(caller.post(path + "/publication", "{}"))).isEqualTo("trigger-untested");

        JsonNode tried = RestCaller.json(caller.post(path + "/test", """
                {"now": {"event.amount": 20.0, "testing.place": "p1", "score.health.strain": 2}}"""));
        assertThat(tried.get("fires").asBoolean()).isFalse();
        assertThat(tried.at("/condition/parts/0/holds").asBoolean()).isTrue();
        assertThat(tried.at("/condition/parts/0/seen").asString()).isEqualTo("20.0");
        assertThat(tried.at("/condition/parts/2/hidden").asBoolean()).isTrue();
        assertThat(tried.at("/condition/parts/2/seen").isMissingNode()).isTrue();
        assertThat(tried.at("/actions/0/settings/title").asString()).isEqualTo("At 20,0");

        HttpResponse<String> published = caller.post(path + "/publication", "{}");
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(RestCaller.json(published).at("/versions/0/state").asString())
                .isEqualTo("published");
        assertThat(RestCaller.problem(caller.post(path + "/publication", "{}"))).isEqualTo("trigger-no-draft");
        assertThat(RestCaller.json(caller.get(TRIGGERS + "?state=published"))
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("Letter");
        assertThat(RestCaller.json(caller.get(TRIGGERS + "?state=draft"))
                        .get("total")
                        .asInt())
                .isZero();

        String tag = published.headers().firstValue("ETag").orElseThrow();
        assertThat(caller.put(path, LETTER.formatted("Letter").replace("20", "30"))
                        .statusCode())
                .isEqualTo(428);
        HttpResponse<String> second =
                caller.put(path, LETTER.formatted("Letter").replace("20", "30"), "If-Match", tag);
        assertThat(RestCaller.json(second).at("/versions/0/number").asInt()).isEqualTo(2);
        assertThat(caller.put(path, LETTER.formatted("Letter"), "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(RestCaller.json(caller.post(path + "/retirement", "{}"))
                        .at("/versions/1/state")
                        .asString())
                .isEqualTo("retired");
        assertThat(RestCaller.problem(caller.post(path + "/retirement", "{}"))).isEqualTo("trigger-not-running");
        assertThat(caller.delete(path).statusCode()).isEqualTo(204);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(RestCaller.json(caller.get(TRIGGERS)).get("total").asInt()).isZero();
    }

    @Test
    void shouldNameEachMistakeByItsPlace() {
        HttpResponse<String> answer = caller.post(TRIGGERS, """
                {"name": "Wrong", "event": "testing.happened",
                 "condition": {"any": [{"field": "event.amount", "operator": "before", "values": ["x"]},
                                       {"field": "testing.place", "operator": "equals", "values": ["gone"]}]},
                 "actions": [{"kind": "testing-note", "settings": {"title": "{{answer.health.smoking}} {{no.such}}"}}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RestCaller.json(answer).get("errors").valueStream())
                .extracting(error ->
                        error.get("field").asString() + " " + error.get("code").asString())
                .containsExactlyInAnyOrder(
                        "condition.0 triggers.mistake.operator-unfit",
                        "actions.0.title triggers.mistake.merge-medical",
                        "actions.0.title triggers.mistake.merge-field-unknown");
        assertThat(caller.post(TRIGGERS, "[]").statusCode()).isEqualTo(422);
        assertThat(caller.post(TRIGGERS, "{").statusCode()).isEqualTo(400);
        String path = create("Letter").headers().firstValue("Location").orElseThrow();
        HttpResponse<String> unreadable = caller.post(path + "/test", "{\"now\": {\"event.amount\": \"many\"}}");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(RestCaller.json(unreadable).at("/errors/0/field").asString()).isEqualTo("event.amount");
    }

    @Test
    void shouldSayHowManyDays() {
        String trigger = """
                {"name": "%s", "event": "time.employee.employedUntil", "condition": %s,
                 "actions": [{"kind": "create-appointment-request", "settings": {"consultationType": "none"}}]}""";
        assertThat(mistakes(trigger.formatted("Never said", "{\"all\": []}")))
                .contains("condition triggers.mistake.days-missing");
        assertThat(mistakes(trigger.formatted("Any of two", """
                {"any": [{"field": "event.days", "operator": "equals", "values": ["-30"]},
                         {"field": "employee.archived", "operator": "equals", "values": ["true"]}]}""")))
                .contains("condition.0 triggers.mistake.days-missing");
        assertThat(mistakes(trigger.formatted("Too far", """
                {"field": "event.days", "operator": "one-of", "values": ["-3650", "3651", "1.5"]}""")))
                .contains(
                        "condition.values.1 triggers.mistake.days-too-far",
                        "condition.values.2 triggers.mistake.days-too-far")
                .doesNotContain("condition.values.0 triggers.mistake.days-too-far");
        assertThat(mistakes(trigger.formatted("Said", """
                {"any": [{"field": "event.days", "operator": "equals", "values": ["-30"]},
                         {"all": [{"field": "event.days", "operator": "one-of", "values": ["0", "1"]},
                                  {"field": "employee.archived", "operator": "equals", "values": ["true"]}]}]}"""))).noneMatch(mistake -> mistake.contains("days"));
    }

    private List<String> mistakes(String trigger) {
        HttpResponse<String> answer = caller.post(TRIGGERS, trigger);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return RestCaller.json(answer)
                .get("errors")
                .valueStream()
                .map(error ->
                        error.get("field").asString() + " " + error.get("code").asString())
                .toList();
    }

    @Test
    void shouldAgreeToLoops() {
        publish("""
                {"name": "There", "event": "testing.happened", "actions": [{"kind": "testing-ping"}]}""", "{}");
        String back =
                caller.post(TRIGGERS, """
                        {"name": "Back", "event": "testing.pinged", "actions": [{"kind": "testing-echo"}]}""").headers().firstValue("Location").orElseThrow();
        caller.post(back + "/test", "{}");

        assertThat(RestCaller.problem(caller.post(back + "/publication", "{}"))).isEqualTo("trigger-loop");
        JsonNode outlook = RestCaller.json(caller.get(back + "/publication"));
        assertThat(outlook.at("/loops/0/triggers").valueStream().map(JsonNode::asString))
                .containsExactly("Back", "There");
        String key = outlook.at("/loops/0/key").asString();
        assertThat(caller.post(back + "/publication", "{\"agreedLoops\": [\"" + key + "\"]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldBeMadeOnce() {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = caller.post(TRIGGERS, LETTER.formatted("Letter"), "Idempotency-Key", key);
        HttpResponse<String> again = caller.post(TRIGGERS, LETTER.formatted("Letter"), "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(RestCaller.problem(caller.post(TRIGGERS, LETTER.formatted("LETTER"))))
                .isEqualTo("trigger-name-taken");
    }

    @Test
    void shouldBeForWhoMay() {
        String path = create("Letter").headers().firstValue("Location").orElseThrow();
        RestCaller without = new RestCaller(port, accounts.accessToken(organisation, Permission.CONFIGURATION));
        RestCaller stranger =
                new RestCaller(port, accounts.accessToken(cases.municipality(), Permission.TRIGGERS_EDIT));

        assertThat(without.get(TRIGGERS).statusCode()).isEqualTo(403);
        assertThat(without.get(path).statusCode()).isEqualTo(403);
        assertThat(without.post(TRIGGERS, LETTER.formatted("x")).statusCode()).isEqualTo(403);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path + "/test", "{}").statusCode()).isEqualTo(404);
        assertThat(stranger.get(TRIGGERS).body()).doesNotContain("Letter");
    }

    private HttpResponse<String> create(String name) {
        HttpResponse<String> made = caller.post(TRIGGERS, LETTER.formatted(name));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private void publish(String trigger, String publication) {
        String path =
                caller.post(TRIGGERS, trigger).headers().firstValue("Location").orElseThrow();
        caller.post(path + "/test", "{}");
        assertThat(caller.post(path + "/publication", publication).statusCode()).isEqualTo(200);
    }
}
