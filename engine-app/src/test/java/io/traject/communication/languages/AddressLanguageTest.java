package io.traject.communication.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Authorization;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.communication.InstallStandardTemplates;
import io.traject.communication.TemplateKind;
import io.traject.communication.Templates;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBatches;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailOutbox;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The language of an e-mail address: chosen by the recipient, set by an administrator, and what mails do with it (A4). */
@TrajectTest
class AddressLanguageTest {

    private static final Optional<Language> NONE = Optional.empty();
    private static final String ENGLISH_INVITATION = "/communication/templates/invitation-mail/en";
    private static final String ENGLISH_REMINDER = "/communication/templates/reminder-mail/en";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    TestBatches batches;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    Templates templates;

    @Autowired
    MailAddresses addresses;

    @Autowired
    AddressLanguages register;

    @Autowired
    MailLanguages mailLanguages;

    @Autowired
    Communications communications;

    @Autowired
    MailOutbox outbox;

    @Autowired
    Authorization authorization;

    @Autowired
    JdbcClient database;

    @Value("${traject.public-url}")
    String publicUrl;

    private UUID municipality;
    private EmailAddress address;
    private TestUser reader;
    private String control;
    private Browser administrator;
    private RestCaller recipient;

    /** A user with an e-mail address, which nobody else has. */
    @BeforeEach
    void prepare() {
        municipality = cases.municipality();
        address = new EmailAddress("lezer-" + UUID.randomUUID() + "@voorbeeld.example");
        reader = accounts.user(StandardRole.CASE_WORKER, municipality);
        database.sql("update access_user set email = ? where id = ?")
                .params(address.value(), reader.id())
                .update();
        control = "/mail-addresses/" + reader.id() + "/language?whose=user";
        administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality));
        recipient = new RestCaller(port, "none");
    }

    @Test
    void shouldLetTheRecipientChooseOnceOrAgain() {
        String page = page();

        assertThat(language()).isEqualTo(Language.NL);
        assertThat(recipient.get(page).body()).contains("In welke taal wilt u onze mails ontvangen?");
        assertThat(language()).as("looking changes nothing").isEqualTo(Language.NL);
        HttpResponse<String> chosen = choose(page, "en");
        assertThat(chosen.statusCode()).isEqualTo(200);
        assertThat(chosen.body()).contains("Your choice is saved", "lang=\"en\"");
        assertThat(language()).isEqualTo(Language.EN);
        Instant first = register.choice(key()).orElseThrow().at();
        assertThat(choose(page, "en").statusCode()).isEqualTo(200);
        assertThat(register.choice(key()).orElseThrow().at()).isEqualTo(first);
        assertThat(recipient.get(page).body()).contains("value=\"en\" checked");
        assertThat(choose(page, "nl").body()).contains("Uw keuze is opgeslagen");
        assertThat(language()).isEqualTo(Language.NL);
        assertThat(mailLanguages.of(address, Optional.of(municipality), Optional.of(Language.EN)))
                .as("the recipient’s word counts more than the account’s")
                .isEqualTo(Language.NL);
    }

    @Test
    void shouldTellNothingAndLeaveNothing() {
        HttpResponse<String> shown = recipient.get(page());

        assertThat(shown.body())
                .doesNotContain("lezer-", "@", reader.username(), municipality.toString())
                .doesNotContain("Gemeente");
        assertThat(shown.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(shown.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(shown.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(page()).doesNotContain("@", "lezer");
    }

    @Test
    void shouldNotOpenForALinkThatWasChanged() {
        String page = page();
        String changed = page.substring(0, page.length() - 5) + (page.endsWith("AAAAA") ? "BBBBB" : "AAAAA");

        HttpResponse<String> ended = choose(changed, "en");

        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(ended.body())
                .contains("Deze link werkt niet")
                .isEqualTo(recipient.get(changed).body());
        assertThat(choose(page, "fr").body()).contains("In welke taal");
        assertThat(language()).isEqualTo(Language.NL);
    }

    @Test
    void shouldSlowDownWhoGuesses() {
        String guess = "/mail-language/" + "A".repeat(48);

        assertThat(IntStream.range(0, 12).map(n -> recipient.get(guess).statusCode()))
                .contains(404, 429);
        assertThat(IntStream.range(0, 15).map(n -> recipient.get(page()).statusCode()))
                .as("who has a link may look as often as wanted")
                .containsOnly(200);
    }

    @Test
    void shouldLetAnAdministratorSetTheLanguageForTheOwnOrganisation() {
        assertThat(administrator.get(control).body())
                .contains("Geen taal ingesteld: Nederlands", address.value().substring(0, 8));

        assertThat(administrator.get("/admin/users/" + reader.id()).body())
                .contains("/mail-addresses/" + reader.id() + "/language?whose=user", "de standaardtaal");

        set(administrator, "en", 0);

        assertThat(language()).isEqualTo(Language.EN);
        assertThat(mailLanguages.of(address, Optional.of(cases.municipality()), NONE))
                .as("mails of another organisation")
                .isEqualTo(Language.NL);
        assertThat(administrator.get(control).body()).contains("ingesteld door Test User");
        set(administrator, "", 1);
        assertThat(language()).isEqualTo(Language.NL);
        assertThat(mailLanguages.of(address, Optional.of(municipality), Optional.of(Language.EN)))
                .isEqualTo(Language.EN);
    }

    @Test
    void shouldCloseTheControlOnceTheRecipientHasChosen() {
        administrator.get(control);
        choose(page(), "en");

        HttpResponse<String> refused = set(administrator, "nl", 0);

        assertThat(administrator.get("/admin/users/" + reader.id()).body())
                .contains("gekozen door de ontvanger", "Alleen de ontvanger kan dit wijzigen.")
                .doesNotContain("/mail-addresses/");
        assertThat(refused.body())
                .contains("Alleen de ontvanger kan dit wijzigen.", "De ontvanger koos zelf English")
                .doesNotContain("<input type=\"radio\"");
        assertThat(language()).isEqualTo(Language.EN);
    }

    @Test
    void shouldTellTheSecondOfTwoAdministratorsWhatTheFirstDid() {
        Browser other = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality));
        administrator.get(control);
        other.get(control);
        set(other, "en", 0);

        HttpResponse<String> second = set(administrator, "nl", 0);

        assertThat(second.body()).contains("Iemand anders was u voor", "stelde intussen in: English", "value=\"1\"");
        assertThat(language()).isEqualTo(Language.EN);
        set(administrator, "nl", 1);
        assertThat(mailLanguages.of(address, Optional.of(municipality), Optional.of(Language.EN)))
                .isEqualTo(Language.NL);
    }

    @Test
    void shouldBeNobodyElsesBusiness() {
        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, cases.municipality()));
        Browser auditor = new Browser(port).signedIn(accounts.user(StandardRole.AUDITOR, municipality));

        assertThat(stranger.get(control).statusCode()).isEqualTo(404);
        assertThat(auditor.get(control).statusCode()).isEqualTo(403);
        assertThat(administrator.get(control.replace("user", "nobody")).statusCode())
                .isEqualTo(404);
        stranger.get("/admin/users");
        assertThat(set(stranger, "en", 0).statusCode()).isEqualTo(404);
        assertThat(language()).isEqualTo(Language.NL);
    }

    @Test
    void shouldWriteInTheLanguageOfTheOrganisationToWhomNothingIsKnownAbout() {
        administrator.get("/admin/general");
        administrator.post("/admin/general/mail-language", "municipality", municipality.toString(), "language", "en");

        assertThat(language()).isEqualTo(Language.EN);
        assertThat(mailLanguages.of(address, Optional.of(municipality), Optional.of(Language.NL)))
                .isEqualTo(Language.NL);
        assertThat(administrator.get("/admin/general").body()).contains("Ingesteld door Test User");
        administrator.post("/admin/general/mail-language", "municipality", municipality.toString(), "language", "");
        assertThat(language()).isEqualTo(Language.NL);
    }

    @Test
    void shouldInviteEveryResidentInTheLanguageOfTheAddress() throws Exception {
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        UUID batch = batches.created(municipality, 5);
        readsEnglish("inwoner1@example.org");

        batches.dispatch(batch, municipality);

        var mails = database.sql("""
                        select c.id from communication_communication c join reexamination_resident r using (case_id)
                        where r.batch_id = ? and c.channel = 'MAIL' order by r.row_index""").param(batch).query(UUID.class).list().stream()
                .map(id -> outbox.mail(id).orElseThrow())
                .toList();
        assertThat(mails.getFirst().languageTag()).isEqualTo("en-GB");
        assertThat(mails.getFirst().text())
                .contains("Dear Mr or Ms", "?language=en", "Ontvangt u onze mails liever in het Nederlands?");
        assertThat(mails.subList(1, mails.size())).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.languageTag()).isEqualTo("nl-NL");
            assertThat(mail.text())
                    .contains("Would you rather get our mails in English?", publicUrl + "/mail-language/");
        });
        assertThat(communications.ofCase(batches.caseOf(batch, "BEIDE")))
                .extracting(Communication::language)
                .containsOnly(Language.NL);
    }

    @Test
    void shouldKeepTheTemplateInTheLanguageOfAResidentWhoIsStillToBeMailed() throws Exception {
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        Browser writer = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        UUID batch = batches.created(municipality, 5);
        String usedBy = "/re-examinations/" + batch;
        assertThat(writer.get(ENGLISH_INVITATION).body()).doesNotContain(usedBy);

        readsEnglish("inwoner5@example.org");

        assertThat(writer.get(ENGLISH_INVITATION).body())
                .contains(usedBy, "De inwoners moeten er nog mee worden uitgenodigd.");
        assertThat(writer.get(ENGLISH_REMINDER).body()).contains(usedBy, "Heeft open dossiers");
        assertThat(writer.get("/communication/templates/invitation-letter/en").body())
                .as("letters are Dutch")
                .doesNotContain(usedBy);
        assertThat(writer.get(ENGLISH_INVITATION + "/removal").body())
                .contains("Dit sjabloon kan niet weg", usedBy)
                .doesNotContain("button-danger");
        writer.post(ENGLISH_INVITATION + "/removal");
        assertThat(templates.findByMunicipalityIdAndKindAndLanguage(
                        municipality, TemplateKind.INVITATION_MAIL, Language.EN))
                .isPresent();

        database.sql("delete from reexamination_open_case where case_id = ?")
                .param(batches.caseOf(batch, "BEIDE"))
                .update();
        assertThat(writer.get(ENGLISH_REMINDER).body())
                .as("the case of the only reader has ended")
                .doesNotContain(usedBy);
        writer.get(ENGLISH_REMINDER + "/removal");
        writer.post(ENGLISH_REMINDER + "/removal");
        assertThat(templates.findByMunicipalityIdAndKindAndLanguage(
                        municipality, TemplateKind.REMINDER_MAIL, Language.EN))
                .isEmpty();
    }

    @Test
    void shouldKeepTheTemplateInTheLanguageThatTheOrganisationWrites() throws Exception {
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        UUID batch = batches.created(municipality, 1);
        administrator.get("/admin/general");
        administrator.post("/admin/general/mail-language", "municipality", municipality.toString(), "language", "en");

        assertThat(new Browser(port)
                        .signedIn(accounts.user(StandardRole.CASE_WORKER, municipality))
                        .get(ENGLISH_INVITATION)
                        .body())
                .contains("/re-examinations/" + batch);
    }

    private void readsEnglish(String resident) {
        register.set(
                addresses.keyOf(new EmailAddress(resident)),
                Optional.of(municipality),
                Optional.of(Language.EN),
                SystemActor.call(authorization::actor),
                Instant.now(),
                0);
    }

    @Test
    void shouldBeAccessibleAndFitTheScreen() {
        TestUser admin = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = visitor.newPage();
                look(page, page(), "mail-language-" + width);
                page.check("input[value=en]");
                page.click("main button[type=submit]");
                TestBrowser.assertAccessible(page);
                TestBrowser.shoot(page, "mail-language-receipt-" + width);
                look(page, "/mail-language/x", "mail-language-ended-" + width);
                page.navigate("http://localhost:" + port + "/sign-in");
                page.fill("#username", admin.username());
                page.fill("#password", admin.password());
                page.click("main button[type=submit]");
                look(page, control, "address-language-closed-" + width);
                database.sql("delete from communication_address_choice where address = ?")
                        .param(key().bytes())
                        .update();
                look(page, control, "address-language-" + width);
                look(page, "/admin/users/" + reader.id(), "user-language-" + width);
                look(page, "/admin/general", "general-" + width);
            }
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate("http://localhost:" + port + path);
        TestBrowser.assertAccessible(page);
        TestBrowser.shoot(page, name);
    }

    private AddressKey key() {
        return addresses.keyOf(address);
    }

    private String page() {
        return addresses.pageOf(address).substring(publicUrl.length());
    }

    private Language language() {
        return mailLanguages.of(address, Optional.of(municipality), NONE);
    }

    private HttpResponse<String> choose(String page, String code) {
        return new Browser(port).post(page, "chosen", code);
    }

    private HttpResponse<String> set(Browser by, String code, long seen) {
        return by.post(
                "/mail-addresses/" + reader.id() + "/language",
                "whose",
                "user",
                "language",
                code,
                "version",
                "" + seen);
    }
}
