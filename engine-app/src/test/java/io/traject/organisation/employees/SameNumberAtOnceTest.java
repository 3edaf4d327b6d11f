package io.traject.organisation.employees;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.Bsn;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Two administrators who enter the same at the same instant: the second is told so beside the field. */
@TrajectTest
class SameNumberAtOnceTest {

    private static final String BSN = "123456782";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    AddEmployee addEmployee;

    @Autowired
    KeepJobFunctions jobFunctions;

    @Autowired
    TransactionTemplate transaction;

    private UUID bakery;
    private Browser second;

    @BeforeEach
    void signIn() {
        UUID provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        second = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, provider));
    }

    @Test
    void shouldTellTheSecondThatTheNumberIsTaken() throws Exception {
        second.get("/employees/new?at=" + bakery);
        HttpResponse<String> answer = whileTheFirstIsNotDone(() -> add("42", Optional.empty()), () -> post("42", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("heeft al een werknemer met nummer 42")
                .contains("id=\"number-error\"");
    }

    @Test
    void shouldTellTheSecondThatTheBsnIsTaken() throws Exception {
        second.get("/employees/new?at=" + bakery);
        HttpResponse<String> answer =
                whileTheFirstIsNotDone(() -> add("1", Optional.of(new Bsn(BSN))), () -> post("2", BSN));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("heeft al een werknemer met dit BSN").contains("id=\"bsn-error\"");
    }

    @Test
    void shouldTellTheSecondThatTheJobFunctionIsThere() throws Exception {
        String page = "/employers/" + bakery + "/job-functions";
        second.get(page);
        HttpResponse<String> answer = whileTheFirstIsNotDone(
                () -> SystemActor.run(() ->
                        jobFunctions.add(bakery, "Bakker", Optional.empty()).orThrow()),
                () -> second.post(page, "name", "Bakker", "code", "", "version", "0"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Er is al een functie");
    }

    private interface Answering {
        HttpResponse<String> answer();
    }

    /** What the second is told who begins before the first has committed. */
    private HttpResponse<String> whileTheFirstIsNotDone(Runnable first, Answering other) throws Exception {
        var written = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = both.submit(() -> transaction.executeWithoutResult(status -> {
                first.run();
                written.countDown();
                await(asked);
            }));
            await(written);
            Future<HttpResponse<String>> two = both.submit(other::answer);
            assertThat(waits(two)).isTrue();
            asked.countDown();
            one.get();
            return two.get();
        }
    }

    private static boolean waits(Future<?> two) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(500);
        return !two.isDone();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String number, Optional<Bsn> bsn) {
        SystemActor.run(() -> addEmployee
                .add(bakery, TestEmployees.details(number, "Jansen", bsn), Optional.empty())
                .orThrow());
    }

    private HttpResponse<String> post(String number, String bsn) {
        return second.post(
                "/employees/new",
                "at",
                bakery.toString(),
                "number",
                number,
                "bsn",
                bsn,
                "initials",
                "B.",
                "lastName",
                "Visser",
                "gender",
                "UNKNOWN",
                "start",
                "2024-01-01",
                "partTime",
                "100");
    }
}
