package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.Browser;
import io.traject.testing.EveryField;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Knowing an address opens nothing. The addresses come from the application itself; what is meant for everybody is named
 * here.
 */
@TrajectTest
class ForcedBrowsingTest {

    /** For people who are not signed in; what the links of mails and invitations open, the link itself guards. */
    private static final List<String> FOR_ANYBODY = List.of(
            "/sign-in",
            "/forgotten-password",
            "/email-confirmation",
            "/language",
            "/rail",
            "/error",
            "/supply/",
            "/mail-language/",
            "/v3/api-docs",
            "/swagger-ui",
            "/services/api/oauth2/token");

    /** For everybody who is signed in, whatever the role: one's own account, and pages made of what one may see. */
    private static final List<String> FOR_EVERY_USER =
            List.of("/account", "/agreements", "/search", "/dashboard", "/parts");

    /** What they answer before they ask who it is tells only that an address or a form is wrong, or leads on to a page that asks. */
    private static final List<String> TELLING_NOTHING = List.of(
            "/employees/search",
            "/re-examinations/new",
            "/organisation/imports/new",
            "/communication/templates/{kind}",
            "/communication/house-style/{kind}");

    private static final Set<Integer> REFUSED = Set.of(403, 404);
    private static final Set<Integer> REFUSED_OR_WRONG = Set.of(403, 404, 400, 415, 422);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    private UUID provider;

    private record Endpoint(RequestMethod method, String pattern) {

        boolean isApi() {
            return pattern.startsWith("/api/") || pattern.startsWith("/services/");
        }

        boolean isAmong(List<String> addresses) {
            return addresses.stream().anyMatch(pattern::startsWith);
        }

        /** With ids that nobody has. */
        String path() {
            return pattern.replaceAll("\\{format:[^}]*}", "csv")
                    .replace("{number}", "1")
                    .replace("{position}", "0")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void found() {
        provider = employees.provider();
    }

    @Test
    void shouldSendWhoIsNotSignedInToTheDoor() {
        var open = new ArrayList<String>();

        for (Endpoint endpoint : endpoints()) {
            if (endpoint.isAmong(FOR_ANYBODY)) {
                continue;
            }
            Browser stranger = new Browser(port);
            stranger.get("/sign-in");
            int answered = call(endpoint, stranger, new RestCaller(port, "no-token"));
            if (answered != (endpoint.isApi() ? 401 : 302)) {
                open.add(endpoint + ": " + answered);
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void shouldRefuseWhoLacksThePermission() {
        Browser idle = new Browser(port).signedIn(accounts.user(StandardRole.PROCESS_ANALYST, provider));
        RestCaller program = new RestCaller(port, accounts.accessToken(provider, Permission.PROCESSES_ANALYSE));
        idle.get("/account");
        var open = new ArrayList<String>();

        for (Endpoint endpoint : endpoints()) {
            if (endpoint.isAmong(FOR_ANYBODY)
                    || endpoint.isAmong(FOR_EVERY_USER)
                    || endpoint.pattern().equals("/")) {
                continue;
            }
            int answered = call(endpoint, idle, program);
            boolean refused = endpoint.isAmong(TELLING_NOTHING)
                    ? REFUSED_OR_WRONG.contains(answered) || answered == 302
                    : (endpoint.isApi() ? REFUSED_OR_WRONG : REFUSED).contains(answered);
            if (!refused) {
                open.add(endpoint + ": " + answered);
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void shouldRefuseEveryFormOfAnotherSite() {
        Browser administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, provider));
        var taken = new ArrayList<String>();

        for (Endpoint endpoint : endpoints()) {
            if (endpoint.method() != RequestMethod.POST
                    || endpoint.isApi()
                    || endpoint.isAmong(List.of("/supply/", "/mail-language/"))) {
                continue;
            }
            administrator.forgetCsrf();
            int answered = administrator.post(endpoint.path()).statusCode();
            if (answered != 403) {
                taken.add(endpoint + ": " + answered);
            }
        }

        assertThat(taken).isEmpty();
        assertThat(administrator.get("/account").statusCode()).isEqualTo(200);
    }

    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith("io.traject."))
                .filter(one -> !isOfTests(one.getValue().getBeanType()))
                .flatMap(one -> one.getKey().getPatternValues().stream()
                        .flatMap(
                                pattern -> methods(one.getKey()).stream().map(method -> new Endpoint(method, pattern))))
                .filter(Predicate.not(endpoint -> endpoint.pattern().isEmpty()))
                .toList();
    }

    private static boolean isOfTests(Class<?> controller) {
        return controller
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private static int call(Endpoint endpoint, Browser browser, RestCaller program) {
        return switch (endpoint.method()) {
            case GET ->
                (endpoint.isApi() ? program.get(endpoint.path()) : browser.get(endpoint.path() + EveryField.PARAMETERS))
                        .statusCode();
            case PUT ->
                program.put(endpoint.path(), RestCaller.json(EveryField.ASKED), "If-Match", "\"0\"")
                        .statusCode();
            case POST ->
                (endpoint.isApi()
                                ? program.post(endpoint.path(), RestCaller.json(EveryField.ASKED))
                                : browser.post(endpoint.path(), EveryField.ofForm()))
                        .statusCode();
            case DELETE -> program.delete(endpoint.path()).statusCode();
            default -> throw new IllegalStateException("this test can't call " + endpoint);
        };
    }
}
