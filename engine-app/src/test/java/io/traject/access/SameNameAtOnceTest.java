package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people who enter the same name at the same instant: one is first, the other reads so beside the field. */
@TrajectTest
class SameNameAtOnceTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @RepeatedTest(3)
    void shouldTellTheSecondThatAUserHasTheName() throws Exception {
        UUID municipality = cases.municipality();
        String name = "user-" + UUID.randomUUID();
        String role = accounts.role(municipality, StandardRole.CASE_WORKER).toString();
        String group = accounts.whole(municipality).toString();

        List<HttpResponse<String>> both = atOnce(
                "/admin/users/new",
                List.of(
                        new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality)),
                        new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality))),
                "displayName",
                "Twee Tegelijk",
                "username",
                name,
                "role",
                role,
                "groups",
                group,
                "language",
                "");

        assertOneIsRefused(both, "username-error");
    }

    @RepeatedTest(3)
    void shouldTellTheSecondThatAMunicipalityHasTheName() throws Exception {
        List<HttpResponse<String>> both = atOnce(
                "/admin/municipalities/new",
                twoAdministrators(),
                "name",
                "Gemeente " + UUID.randomUUID(),
                "department",
                "Werk en Inkomen",
                "street",
                "Raadhuisplein",
                "houseNumber",
                "1",
                "postcode",
                "1234 AB",
                "city",
                "Waterdam",
                "phone",
                "14 0123",
                "email",
                "a@voorbeeld.example",
                "version",
                "0");

        assertOneIsRefused(both, "name-error");
    }

    @RepeatedTest(3)
    void shouldTellTheSecondThatAProviderHasTheName() throws Exception {
        List<HttpResponse<String>> both = atOnce(
                "/admin/providers/new", twoAdministrators(), "name", "Arbo " + UUID.randomUUID(), "version", "0");

        assertOneIsRefused(both, "name-error");
    }

    private List<Browser> twoAdministrators() {
        return Stream.of(1, 2)
                .map(one -> new Browser(port).signedIn(accounts.installationAdministrator()))
                .toList();
    }

    private static List<HttpResponse<String>> atOnce(String page, List<Browser> people, String... fields)
            throws Exception {
        people.forEach(person -> person.get(page));
        CyclicBarrier together = new CyclicBarrier(people.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> posts = people.stream()
                    .<Callable<HttpResponse<String>>>map(person -> () -> {
                        together.await();
                        return person.post(page, fields);
                    })
                    .toList();
            return threads.invokeAll(posts).stream().map(Future::resultNow).toList();
        }
    }

    private static void assertOneIsRefused(List<HttpResponse<String>> both, String error) {
        assertThat(both).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 302));
        assertThat(both).filteredOn(answer -> answer.body().contains(error)).hasSize(1);
    }
}
