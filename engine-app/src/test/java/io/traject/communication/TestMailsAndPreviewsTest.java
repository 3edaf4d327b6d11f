package io.traject.communication;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.reexamination.PreviewInvitations;
import io.traject.testing.Acting;
import io.traject.testing.Browser;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBatches;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.OutgoingMail;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a writer sees of a template before residents do: a mail to oneself, and a preview for a real resident (N6). */
@TrajectTest
class TestMailsAndPreviewsTest {

    private static final String MAIL = "/communication/templates/invitation-mail/";
    private static final String NO_ADDRESS = "Uw account heeft geen e-mailadres.";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases municipalities;

    @Autowired
    TestBatches batches;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    PreviewTemplate previewTemplate;

    @Autowired
    PreviewInvitations previewInvitations;

    @Autowired
    MailOutbox outbox;

    @Autowired
    JdbcClient database;

    private UUID municipality;
    private TestUser writer;
    private EmailAddress own;
    private Browser browser;

    @BeforeEach
    void signIn() {
        municipality = municipalities.municipality();
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        writer = accounts.user(StandardRole.CASE_WORKER, municipality);
        own = new EmailAddress("schrijver-" + UUID.randomUUID() + "@voorbeeld.example");
        browser = new Browser(port).signedIn(writer);
    }

    @Test
    void shouldSendTheTextOnThePageToItsWriterAndSaveNothing() {
        hasAddress();
        int number = number();
        browser.get(MAIL + "nl");

        HttpResponse<String> answer = test("nl", "Kom langs", "Hallo {{resident.name}}, tot dan.");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("De testmail gaat naar " + own.value(), "Hallo {{resident.name}}, tot dan.");
        assertThat(sent()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("[Test] Kom langs");
            assertThat(mail.text()).contains("Hallo ", ", tot dan.").doesNotContain("{{");
            assertThat(mail.languageTag()).isEqualTo("nl-NL");
        });
        assertThat(number()).isEqualTo(number);
        assertThat(communications()).isZero();
    }

    @Test
    void shouldSendNoTestOfATextThatIsNoTemplate() {
        hasAddress();
        browser.get(MAIL + "en");

        assertThat(test("en", "Come", "Hello {{resident.nam}}").body())
                .contains("“resident.nam”")
                .doesNotContain("De testmail gaat naar");

        assertThat(sent()).isEmpty();
    }

    @Test
    void shouldRefuseATestFromTheTemplateToWhoHasNoAddress() {
        browser.get(MAIL + "nl");
        long before = testMails();

        assertThat(test("nl", "Kom langs", "Hallo").body())
                .contains(NO_ADDRESS)
                .doesNotContain("De testmail gaat naar");

        assertThat(testMails()).isEqualTo(before);
    }

    /** Of a batch the test says what the resident on the page will read, and goes to nobody but the case worker. */
    @Test
    void shouldSendTheInvitationOfTheResidentOnThePageToTheCaseWorker() throws Exception {
        hasAddress();
        UUID batch = batches.created(municipality, 3);
        Map<String, String> second = SampleResidents.resident(1);
        String page = "/re-examinations/" + batch;
        browser.get(page + "/communication?mail=1");

        HttpResponse<String> answer = browser.post(page + "/test-mail", "mail", "1", "letter", "0", "language", "EN");

        assertThat(location(answer)).isEqualTo(page + "/communication?mail=1&letter=0");
        assertThat(browser.get(location(answer)).body()).contains("De testmail gaat naar " + own.value());
        assertThat(sent()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("[Test] ");
            assertThat(mail.languageTag()).isEqualTo("en-GB");
            assertThat(mail.text()).contains("Dear Mr or Ms " + second.get("ACHTERNAAM"));
        });
        assertThat(communications()).isZero();
        assertThat(database.sql("select state from reexamination_batch where id = ?")
                        .param(batch)
                        .query(String.class)
                        .single())
                .isEqualTo("CREATED");
    }

    @Test
    void shouldRefuseATestFromTheBatchToWhoHasNoAddress() throws Exception {
        UUID batch = batches.created(municipality, 1);
        String page = "/re-examinations/" + batch;
        assertThat(browser.get(page + "/communication").body()).contains("Stuur mij een testmail");
        long before = testMails();

        HttpResponse<String> refused = browser.post(page + "/test-mail", "mail", "0", "letter", "0", "language", "NL");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Acting.asCaseWorker(municipality, () -> previewInvitations.sendTest(batch, 0, Language.NL)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        why -> assertThat(why.refusal().code()).isEqualTo("test-mail-no-address"));
        assertThat(testMails()).isEqualTo(before);
        assertThat(communications()).isZero();
    }

    @Test
    void shouldShowTheTemplateWithTheValuesOfARealResident() throws Exception {
        UUID batch = batches.created(municipality, 5);
        Map<String, String> second = SampleResidents.resident(1);
        String number = caseNumber(batch, 1);
        String text = "Beste {{resident.name}}, regeling {{case.scheme}}, kenmerk {{case.reference}}.";
        browser.get(MAIL + "nl");

        assertThat(preview("nl", text, number))
                .contains(
                        "Beste B.A. " + second.get("ACHTERNAAM") + ", regeling " + second.get("REGELING") + ", kenmerk "
                                + number + ".",
                        second.get("EMAIL"),
                        "Met de gegevens van dossier " + number)
                .doesNotContain("/supply/");
        assertThat(preview("nl", text, number.toLowerCase(Locale.ROOT))).contains("kenmerk " + number);
        assertThat(preview("nl", text, "")).as("the latest").contains(caseNumber(batch, 0));
    }

    @Test
    void shouldShowTheLetterWithTheValuesOfARealResident() throws Exception {
        UUID batch = batches.created(municipality, 4);
        Map<String, String> lettered = SampleResidents.resident(3);

        byte[] pdf = Acting.asCaseWorker(municipality, () -> {
            var resident = previewTemplate.resident(caseNumber(batch, 3));
            assertThat(resident).isPresent();
            var text = new TemplateText("Kenmerk {{case.reference}}", "Beste {{resident.name}},");
            return previewTemplate.preview(TemplateKind.INVITATION_LETTER, Language.NL, text, resident)
                            instanceof PreviewTemplate.Preview.Letter letter
                    ? letter.pdf()
                    : new byte[0];
        });

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Kenmerk " + caseNumber(batch, 3),
                            "Beste D.A. " + lettered.get("ACHTERNAAM"),
                            lettered.get("POSTCODE"));
        }
    }

    @Test
    void shouldShowNobodyOfAnotherMunicipality() throws Exception {
        UUID other = municipalities.municipality();
        SystemActor.run(() -> installStandardTemplates.install(other));
        String foreign = caseNumber(batches.created(other, 1), 0);
        browser.get(MAIL + "nl");

        assertThat(preview("nl", "Beste {{resident.name}}", foreign))
                .contains("Dit dossier is er niet")
                .doesNotContain(SampleResidents.resident(0).get("EMAIL"), "A.A. Voorbeeld");
    }

    private HttpResponse<String> test(String language, String subject, String body) {
        return browser.post(MAIL + language, "subject", subject, "body", body, "number", "" + number(), "test", "");
    }

    private String preview(String language, String body, String caseNumber) {
        return browser.post(
                        MAIL + language + "/preview",
                        "subject",
                        "Uitnodiging",
                        "body",
                        body,
                        "number",
                        "" + number(),
                        "case",
                        caseNumber)
                .body();
    }

    private void hasAddress() {
        database.sql("update access_user set email = ? where id = ?")
                .params(own.value(), writer.id())
                .update();
    }

    private List<OutgoingMail> sent() {
        return database
                .sql("select id from mail_outbox where to_address = ?")
                .param(own.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> outbox.mail(id).orElseThrow())
                .toList();
    }

    private long testMails() {
        return database.sql("select count(*) from mail_outbox where subject like '[Test]%'")
                .query(Long.class)
                .single();
    }

    private long communications() {
        return database.sql("select count(*) from communication_communication where municipality_id = ?")
                .param(municipality)
                .query(Long.class)
                .single();
    }

    private String caseNumber(UUID batch, int index) {
        return database.sql("select case_number from reexamination_resident where batch_id = ? and row_index = ?")
                .params(batch, index)
                .query(String.class)
                .single();
    }

    private int number() {
        return database.sql("select max(number) from communication_template where municipality_id = ?"
                        + " and kind = 'INVITATION_MAIL' and language = 'NL'")
                .param(municipality)
                .query(Integer.class)
                .single();
    }
}
