package io.traject.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.ApiClient;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Creates cases, dispatches them, reminds the residents and decides, while application, workers, broker, PostgreSQL and all together are
 * killed at random moments (N7). Afterwards everything must be there, once.
 */
class KillsChaos {

    private static final int CASES = Integer.getInteger("chaos.cases", 2_000);
    private static final int KILLS = Integer.getInteger("chaos.kills", 40);
    private static final long SEED = Long.getLong("chaos.seed", new Random().nextInt(1_000_000));
    private static final Duration TIME_FOR_KILLS = Duration.ofMinutes(Integer.getInteger("chaos.minutes", 45));

    private static final int DESKS = 4;
    private static final String CLOCK = "/api/v1/rehearsal/clock";
    private static final int OK = 200;
    private static final int REMINDERS = 3;
    private static final Duration BEYOND_THE_LAST_REMINDER = Duration.ofDays(15);
    private static final Duration TIME_TO_SETTLE = Duration.ofMinutes(8);
    private static final Duration LOOK = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Queue<String> supplied = new ConcurrentLinkedQueue<>();
    private final Queue<String> completed = new ConcurrentLinkedQueue<>();
    private final Queue<String> cancelled = new ConcurrentLinkedQueue<>();
    private final Instant begin = Instant.now();
    private KillablePlatform platform;
    private Kills kills;
    private Caller caller;

    @Test
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void shouldKeepEveryPromiseWhateverIsKilled() throws Exception {
        System.out.printf("chaos: %d cases, %d kills, seed %d%n", CASES, KILLS, SEED);
        try (KillablePlatform killable = new KillablePlatform(folder.resolve("home"))) {
            platform = killable;
            caller = new Caller(ApiClient.signIn(platform::address, folder.resolve("home")));
            Path file = SampleResidents.writeTo(folder.resolve("residents.xlsx"), CASES);
            String id = caller.untilAnswered(api -> api.upload("/api/v1/re-examination-batches", file))
                    .get("id")
                    .asString();
            String batch = "/api/v1/re-examination-batches/" + id;

            kills = new Kills(platform, random, TIME_FOR_KILLS);
            kills.whileWorking("creating", KILLS / 4, this::created, () -> {
                caller.post(batch + "/confirmation", "");
                awaitState(batch, "created");
            });
            kills.whileWorking("dispatching", KILLS / 2, () -> sent("INVITATION_MAIL", mailed()), () -> {
                caller.post(batch + "/dispatch", "");
                awaitState(batch, "dispatched");
            });
            kills.whileWorking(
                    "reminding", KILLS * 3 / 4, () -> sent("REMINDER_MAIL", mailed() * REMINDERS), this::remind);
            kills.whileWorking("deciding", KILLS, this::decided, () -> decide(id));
            platform.awaitUp();
            Duration took = Duration.between(begin, Instant.now());
            assertEverythingIsThereOnce();
            printKills(took);
            printWindow();
            assertThat(caller.refused()).as("refused calls").isEmpty();
            assertThat(kills.count()).as("kills that fell").isEqualTo(KILLS);
        }
    }

    private double created() {
        return share("select count(*) from reexamination_resident where creation = 'CREATED'", CASES);
    }

    private double sent(String kind, int all) {
        return share(
                "select count(*) from communication_communication where kind = '%s' and state = 'SENT'".formatted(kind),
                all);
    }

    private double share(String sql, int all) {
        return (double) new Counts(platform.jdbc()).find(sql) / all;
    }

    /** One of ten cases takes one step, seven take two. */
    private double decided() {
        return (cancelled.size() + supplied.size() + completed.size()) / (CASES * 1.5);
    }

    private void awaitState(String batch, String state) {
        while (!caller.get(batch).get("state").asString().equals(state)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /**
     * Moves the clock beyond the last reminder; a call that was lost is repeated until the clock is there. What fell due
     * in a call that was lost goes on without it: all reminders have left before anything else is done.
     */
    private void remind() {
        String now = caller.get(CLOCK).get("now").asString();
        Instant afterwards = Instant.parse(now).plus(BEYOND_THE_LAST_REMINDER);
        caller.untilAnswered(api -> {
            var answer = api.answerTo(
                    CLOCK,
                    "{\"to\":\"%s\"}".formatted(afterwards),
                    UUID.randomUUID().toString());
            boolean isThere = answer.statusCode() == OK || answer.body().contains("rehearsal-not-forward");
            if (!isThere) {
                throw new IOException("the clock answers " + answer.statusCode());
            }
            return answer;
        });
        Instant patience = Instant.now().plus(TIME_FOR_KILLS);
        while (caller.untilAnswered(api -> sent("REMINDER_MAIL", mailed() * REMINDERS)) < 1
                && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Of every ten cases one is cancelled, seven get data and are assessed, two go on waiting. */
    private void decide(String batch) {
        Queue<String> cases = new ConcurrentLinkedQueue<>(caseIds(batch));
        List<CompletableFuture<Void>> desks = IntStream.range(0, DESKS)
                .mapToObj(desk -> CompletableFuture.runAsync(() -> workThrough(cases)))
                .toList();
        desks.forEach(CompletableFuture::join);
        Instant patience = Instant.now().plus(TIME_FOR_KILLS);
        while (completed.size() < supplied.size() && Instant.now().isBefore(patience)) {
            completeTasks();
        }
    }

    private List<String> caseIds(String batch) {
        List<String> ids = new ArrayList<>();
        for (int page = 0; ids.size() < CASES; page++) {
            String path = "/api/v1/cases?sort=number&size=200&batch=" + batch + "&page=" + page;
            caller.get(path).get("items").forEach(item -> ids.add(item.get("id").asString()));
        }
        return ids;
    }

    private void workThrough(Queue<String> cases) {
        for (String caseId = cases.poll(); caseId != null; caseId = cases.poll()) {
            switch (Math.floorMod(caseId.hashCode(), 10)) {
                case 0 -> {
                    if (caller.post("/api/v1/cases/" + caseId + "/cancellation", "{\"reason\":\"Dubbel\"}")) {
                        cancelled.add(caseId);
                    }
                }
                case 1, 2 -> {}
                default -> {
                    if (caller.post(
                            "/api/v1/cases/" + caseId + "/supplied-data", "{\"data\":{\"inkomen\":\"1.250,00\"}}")) {
                        supplied.add(caseId);
                    }
                }
            }
        }
    }

    private void completeTasks() {
        List<JsonNode> open =
                caller.get("/api/v1/tasks?size=100").get("items").valueStream().toList();
        if (open.isEmpty()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        open.stream()
                .map(task -> CompletableFuture.runAsync(() -> complete(task)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void complete(JsonNode task) {
        String id = task.get("id").asString();
        if (caller.post("/api/v1/tasks/" + id + "/complete", "{\"outcome\":\"continue\"}")) {
            completed.add(id);
        }
    }

    private void assertEverythingIsThereOnce() {
        JdbcClient jdbc = platform.jdbc();
        new Counts(jdbc)
                .cases(CASES)
                .invitations(mailed(), lettered())
                .expect("reminders", mailed() * REMINDERS, """
                        select count(*) from communication_communication
                        where kind = 'REMINDER_MAIL' and state = 'SENT'""")
                .expect("residents with each reminder once", mailed(), """
                        select count(*) from (
                            select case_id from communication_communication where kind = 'REMINDER_MAIL'
                            group by case_id
                            having count(*) = 3 and array_agg(occasion order by occasion) = '{1,2,3}') reminded""")
                .expect(
                        "mails at the mail server, by Message-ID",
                        mailed() * (1 + REMINDERS),
                        messageIds("count(distinct id)"))
                .expect("acknowledged data that is there once", supplied.size(), """
                        select count(*) from (
                            select case_id from cases_supplied_data where case_id = any(?)
                            group by case_id having count(*) = 1) once""", (Object) uuids(supplied))
                .expect("data in all", supplied.size(), "select count(*) from cases_supplied_data")
                .expect("acknowledged completions that are there", completed.size(), """
                        select count(*) from tasks_task where id = any(?) and state = 'COMPLETED'""", (Object) uuids(completed))
                .expect("tasks in all", supplied.size(), "select count(*) from tasks_task")
                .expect("data that was assessed", supplied.size(), completed::size)
                .expect("closed cases", completed.size(), "select count(*) from cases_case where state = 'CLOSED'")
                .expect("acknowledged cancellations that are there", cancelled.size(), """
                        select count(*) from cases_case where id = any(?) and state = 'CANCELLED'""", (Object) uuids(cancelled))
                .expect("cases that go on waiting", CASES - completed.size() - cancelled.size(), """
                        select count(distinct process_instance_key) from progress.element
                        where element_id = 'AwaitFinalDate' and state = 'ACTIVE'""")
                .quiet()
                .settle(TIME_TO_SETTLE);
    }

    private static String messageIds(String what) {
        return """
                select %s from (
                    select substring(convert_from(content, 'LATIN1') from '(?i)message-id:\\s*(<[^>]+>)') as id
                    from platform_caught_mail) mail""".formatted(what);
    }

    private static UUID[] uuids(Queue<String> ids) {
        return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    }

    /** Of every five sample residents three want mail, one a letter and one both. */
    private static int mailed() {
        return CASES * 4 / 5;
    }

    private static int lettered() {
        return CASES * 2 / 5;
    }

    private void printKills(Duration took) {
        System.out.printf(
                "chaos: %d kills in %d s, seed %d; %d calls acknowledged, %d answers lost and asked for again%n",
                kills.count(), took.toSeconds(), SEED, caller.acknowledged(), caller.repeated());
        kills.print();
    }

    /** Mails that the server accepted, and whose sender was killed before it could note that. */
    private void printWindow() {
        Counts counts = new Counts(platform.jdbc());
        long sent = counts.find(messageIds("count(*)"));
        long repeated = sent - counts.find(messageIds("count(distinct id)"));
        System.out.printf(
                "the open window: %d mails, %d of them a second time with the same Message-ID, in %d kills%n",
                sent, repeated, kills.count());
    }
}
