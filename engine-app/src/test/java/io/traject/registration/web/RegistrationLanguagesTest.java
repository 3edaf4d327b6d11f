package io.traject.registration.web;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.organisation.employers.RegisterEmployer;
import io.traject.registration.ViewEmployer;
import io.traject.testing.Acting;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.web.Option;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.ui.ExtendedModelMap;

/** The languages of an employer in an installation that offers Dutch only. */
@TrajectTest
class RegistrationLanguagesTest {

    private static final String PROFILE = "/admin/configuration/profile";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    EmployerDirectory employers;

    @Autowired
    RegisterEmployer registerEmployer;

    @Autowired
    ViewEmployer viewEmployer;

    @Autowired
    MessageSource messages;

    @Test
    void shouldOfferThoseOfTheInstallationAndTheOneThatStandsThere() throws Exception {
        UUID provider = employees.provider();
        Browser browser = new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
        browser.get(PROFILE);
        browser.post(PROFILE, "version", "-1", "language", "SHOWN");
        String dutch = draft(browser, "Bakkerij", "");
        String english = draft(browser, "Bakery", "en");

        var page = new RegistrationPage(
                employers, registerEmployer, viewEmployer, new Languages(List.of(Language.NL)), messages);
        assertThat(Acting.as(
                        StandardRole.FUNCTIONAL_ADMINISTRATOR,
                        provider,
                        Reach.whole(provider),
                        () -> List.of(offered(page, dutch), offered(page, english))))
                .containsExactly(List.of("nl"), List.of("nl", "en"));
    }

    private static String draft(Browser browser, String name, String language) {
        browser.get("/employers/new");
        String page = location(browser.post("/employers/new", "name", name, "country", "NL", "further", "true"));
        browser.get(page);
        browser.post(page, "name", name, "country", "NL", "language", language, "version", "0");
        return page.split("/")[2];
    }

    private static List<String> offered(RegistrationPage page, String employer) {
        var model = new ExtendedModelMap();
        page.show(UUID.fromString(employer), model, Language.NL.locale());
        return ((List<?>) model.getOrDefault("sections", List.of()))
                .stream()
                        .map(RegistrationSection.class::cast)
                        .flatMap(section -> section.lines().stream())
                        .filter(line -> line.key().equals("language"))
                        .flatMap(line -> line.options().stream())
                        .map(Option::value)
                        .toList();
    }
}
