package io.traject.cases;

import static io.traject.testing.RestCaller.json;
import static io.traject.testing.RestCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Going through a list of cases from page to page while others work. */
@TrajectTest
class CaseListTest {

    private static final Instant DUE = Instant.parse("2099-12-31T11:00:00Z");
    private static final int CASES = 60;
    private static final Pattern NUMBER = Pattern.compile("HO-\\d\\d-\\d{7}(?=</a></th>)");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    private UUID municipality;
    private RestCaller caller;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality = cases.municipality();
        caller = new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW));
        browser = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-number", "number", "subject", "-subject", "dueAt", "-dueAt", "openedAt", "-openedAt"})
    void shouldNeitherRepeatNorPassOverACaseWhileOthersAreAdded(String sort) {
        List<String> before = IntStream.range(0, CASES).mapToObj(this::open).toList();

        List<String> seen = new ArrayList<>();
        String path = "/api/v1/cases?size=7&sort=" + sort;
        for (String after = ""; after != null; ) {
            JsonNode page = json(caller.get(path + after));
            seen.addAll(page.get("items").findValuesAsString("number"));
            open(seen.size());
            after = page.has("next") ? "&after=" + page.get("next").asString() : null;
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void shouldLeadForthAndBackOnThePages() {
        List<String> opened = IntStream.range(0, CASES).mapToObj(this::open).toList();

        String first = browser.get("/cases?size=25&sort=subject").body();
        String second = follow(NEXT, first);
        String third = follow(NEXT, second);

        assertThat(numbers(first)).hasSize(25);
        assertThat(numbers(third)).hasSize(10);
        assertThat(List.of(numbers(first), numbers(second), numbers(third)).stream()
                        .flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(opened);
        assertThat(NEXT.matcher(third).find()).isFalse();
        assertThat(second).contains("26 tot en met 50 van 60");
        assertThat(numbers(follow(PREVIOUS, third))).isEqualTo(numbers(second));
        String back = follow(PREVIOUS, follow(PREVIOUS, third));
        assertThat(numbers(back)).isEqualTo(numbers(first));
        assertThat(PREVIOUS.matcher(back).find()).isFalse();
        List<String> last =
                numbers(browser.get("/cases?size=25&sort=subject&before=end").body());
        assertThat(last).hasSize(25).endsWith(numbers(third).toArray(String[]::new));
    }

    @Test
    void shouldNotTellAnythingByThePlaceOfAnothersCase() {
        open(1);
        OpenedCase hidden = cases.open(cases.municipality(), "M. Verborgen");

        assertThat(caller.get("/api/v1/cases?sort=subject&after=" + hidden.id()).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/cases?sort=subject&before=" + hidden.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldRefuseAPageThatOnlyPassingOverManyWouldReach() {
        assertThat(problem(caller.get("/api/v1/cases?size=100&page=1001"))).isEqualTo("parameter-invalid");
        assertThat(problem(caller.get("/api/v1/cases?after=x"))).isEqualTo("parameter-invalid");
        assertThat(browser.get("/cases?page=99999").statusCode()).isEqualTo(200);
    }

    private String open(int n) {
        return cases.open(
                        municipality,
                        "%c. Van der Steen".formatted('A' + n % 5),
                        Ids.next(),
                        DUE.plus(Duration.ofDays(n % 3)))
                .number();
    }

    private String follow(Pattern link, String page) {
        Matcher found = link.matcher(page);
        assertThat(found.find()).isTrue();
        return browser.get(found.group(1).replace("&amp;", "&")).body();
    }

    private static List<String> numbers(String page) {
        return NUMBER.matcher(page).results().map(found -> found.group()).toList();
    }
}
