package io.traject.workers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.workers.TestCertificates;
import io.traject.workers.TestMailServer;
import io.traject.workers.TestPlatform;
import io.traject.workers.WorkersTest;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobOutcome.Completed;
import io.traject.workers.engine.JobOutcome.Later;
import io.traject.workers.mail.MailServerTrial.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail servers of municipalities: real ones with TLS. */
@WorkersTest
class OwnMailServerTest {

    private static final String PASSWORD = "geheim wachtwoord";

    @Autowired
    private SendMail sendMail;

    @Autowired
    private MailOutbox outbox;

    @Autowired
    private MailServers servers;

    @Autowired
    private MailServerTrial trial;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final UUID sender = UUID.randomUUID();
    private final List<TestMailServer> own = new ArrayList<>();

    @BeforeEach
    void emptyThePlatformsServer() {
        TestPlatform.mailServer().clear();
    }

    @AfterEach
    void stopServers() {
        own.forEach(TestMailServer::close);
    }

    @Test
    void shouldSendOnlyItsOwnersMailsThroughAServer() throws Exception {
        var server = running(TestMailServer.withStartTls(TestCertificates.trusted(), "voorbeeld", PASSWORD));
        servers.use(sender, settings(server, MailSecurity.STARTTLS, "voorbeeld"), PASSWORD);
        UUID group = UUID.randomUUID();
        add(
                aMail(group, 0, sender),
                aMail(group, 1, null),
                aMail(group, 2, UUID.randomUUID()),
                aMail(group, 3, sender));

        assertThat(sendMail.handle(range(group, 4))).isInstanceOf(Completed.class);

        assertThat(server.received())
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.getFrom()[0]).hasToString("Gemeente Voorbeeld <inkomen@voorbeeld.example>"));
        assertThat(TestPlatform.mailServer().received())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getFrom()[0]).hasToString("Traject <no-reply@traject.example>"));
        assertThat(jdbc.sql("select from_address from mail_outbox where group_id = ? order by group_index")
                        .param(group)
                        .query(String.class)
                        .list())
                .as("what is kept is what went out")
                .first()
                .isEqualTo("Gemeente Voorbeeld <inkomen@voorbeeld.example>");
    }

    @Test
    void shouldGoBackToThePlatformsServerAtOnce() {
        var server = running(TestMailServer.withTls(TestCertificates.trusted()));
        servers.use(sender, settings(server, MailSecurity.TLS, ""), null);
        assertThat(send(aMail(null, 0, sender))).isInstanceOf(Completed.class);

        assertThat(servers.forget(sender)).isTrue();
        assertThat(send(aMail(null, 0, sender))).isInstanceOf(Completed.class);

        assertThat(server.received()).hasSize(1);
        assertThat(TestPlatform.mailServer().received()).hasSize(1);
    }

    @Test
    void shouldComeBackLaterWhileAServerCannotBeTrusted() {
        var server = running(TestMailServer.withTls(TestCertificates.untrusted()));
        servers.use(sender, settings(server, MailSecurity.TLS, ""), null);
        var mail = aMail(null, 0, sender);

        assertThat(send(mail)).isInstanceOf(Later.class);

        assertThat(server.received()).isEmpty();
        assertThat(outbox.status(mail.id()))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(MailState.READY));
        assertThat(send(aMail(null, 0, null))).as("others go on").isInstanceOf(Completed.class);
    }

    @Test
    void shouldFindAServerGood() {
        var tls = running(TestMailServer.withTls(TestCertificates.trusted()));
        var startTls = running(TestMailServer.withStartTls(TestCertificates.trusted(), "voorbeeld", PASSWORD));

        assertThat(finding(settings(tls, MailSecurity.TLS, ""), null)).isEqualTo(Finding.GOOD);
        assertThat(finding(settings(startTls, MailSecurity.STARTTLS, "voorbeeld"), PASSWORD))
                .isEqualTo(Finding.GOOD);
        assertThat(tls.received()).isEmpty();
    }

    @Test
    void shouldTryWithThePasswordThatIsKept() {
        var server = running(TestMailServer.withStartTls(TestCertificates.trusted(), "voorbeeld", PASSWORD));
        var settings = settings(server, MailSecurity.STARTTLS, "voorbeeld");
        servers.use(sender, settings, PASSWORD);
        servers.use(sender, settings, null);

        assertThat(finding(settings, null)).isEqualTo(Finding.GOOD);
        assertThat(finding(settings, "iets anders")).isEqualTo(Finding.SIGN_IN);
        assertThat(jdbc.sql("select encode(sealed_password, 'escape') from mail_server where sender_id = ?")
                        .param(sender)
                        .query(String.class)
                        .single())
                .doesNotContain(PASSWORD);
    }

    @Test
    void shouldRefuseACertificateThatNobodyVouchesFor() {
        var certificates = TestCertificates.untrusted();
        var tls = running(TestMailServer.withTls(certificates));
        var startTls = running(TestMailServer.withStartTls(certificates, "voorbeeld", PASSWORD));

        assertThat(finding(settings(tls, MailSecurity.TLS, ""), null)).isEqualTo(Finding.CERTIFICATE_UNTRUSTED);
        assertThat(finding(settings(startTls, MailSecurity.STARTTLS, "voorbeeld"), PASSWORD))
                .isEqualTo(Finding.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void shouldRefuseTheCertificateOfAnotherHost() {
        var tls = running(TestMailServer.withTls(TestCertificates.ofAnotherHost()));
        var startTls = running(TestMailServer.withStartTls(TestCertificates.ofAnotherHost(), "voorbeeld", PASSWORD));

        assertThat(finding(settings(tls, MailSecurity.TLS, ""), null)).isEqualTo(Finding.CERTIFICATE_OTHER_HOST);
        assertThat(finding(settings(startTls, MailSecurity.STARTTLS, "voorbeeld"), PASSWORD))
                .isEqualTo(Finding.CERTIFICATE_OTHER_HOST);
    }

    @Test
    void shouldSayNothingInTheClearWhenStartTlsWasTakenOut() {
        var stripped = running(new TestMailServer());
        servers.use(sender, settings(stripped, MailSecurity.STARTTLS, ""), null);

        assertThat(finding(settings(stripped, MailSecurity.STARTTLS, ""), null)).isEqualTo(Finding.NO_STARTTLS);
        assertThat(send(aMail(null, 0, sender))).isInstanceOf(Later.class);
        assertThat(stripped.received()).isEmpty();
    }

    @Test
    void shouldNoticeAServerThatSpeaksNoTls() {
        var plain = running(new TestMailServer());

        assertThat(finding(settings(plain, MailSecurity.TLS, ""), null)).isEqualTo(Finding.NO_TLS);
    }

    @Test
    void shouldAnswerInTimeWhenTheServerSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var begin = Instant.now();
            assertThat(finding(settings("localhost", silent.getLocalPort(), MailSecurity.STARTTLS, ""), null))
                    .isEqualTo(Finding.TOO_SLOW);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(11));
        }
    }

    @Test
    void shouldNoticeThatNobodyIsThere() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(finding(settings("localhost", port, MailSecurity.TLS, ""), null))
                .isEqualTo(Finding.NO_CONNECTION);
        assertThat(finding(settings("nergens.invalid", 465, MailSecurity.TLS, ""), null))
                .isEqualTo(Finding.HOST_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 587, STARTTLS, PLACE",
        "::1, 465, TLS, PLACE",
        "169.254.169.254, 25, STARTTLS, PLACE",
        "fd00:ec2::254, 25, STARTTLS, PLACE",
        "100.100.100.200, 25, STARTTLS, PLACE",
        "0.0.0.0, 25, STARTTLS, PLACE",
        "10.1.2.3, 5432, TLS, PORT",
        "192.0.2.1, 587, NONE, PLAIN"
    })
    void shouldStayAwayFromWhereOnlyThisMachineCanGo(String host, int port, MailSecurity security, Finding expected) {
        var guarded =
                new MailServerTrial(servers, new MailDoor(false), (SSLSocketFactory) SSLSocketFactory.getDefault());

        assertThat(guarded.attempt(sender, settings(host, port, security, ""), null)
                        .finding())
                .isEqualTo(expected);
    }

    private Finding finding(MailServerSettings settings, @Nullable String password) {
        return trial.attempt(sender, settings, password).finding();
    }

    private TestMailServer running(TestMailServer server) {
        own.add(server);
        return server;
    }

    private static MailServerSettings settings(TestMailServer server, MailSecurity security, String username) {
        return settings("localhost", server.port(), security, username);
    }

    private static MailServerSettings settings(String host, int port, MailSecurity security, String username) {
        return new MailServerSettings(
                host,
                port,
                security,
                username,
                "Gemeente Voorbeeld",
                "inkomen@voorbeeld.example",
                "Test",
                Instant.now());
    }

    private Object send(OutgoingMail mail) {
        add(mail);
        return sendMail.handle(new Job<>(
                1,
                2,
                3,
                "SendMails",
                "re-examination-batch",
                new SendMail.Input(mail.id(), null, null, null),
                Map.of()));
    }

    private static Job<SendMail.Input> range(UUID group, int to) {
        return new Job<>(
                1, 2, 3, "SendMails", "re-examination-batch", new SendMail.Input(null, group, 0, to), Map.of());
    }

    private void add(OutgoingMail... mails) {
        transaction.executeWithoutResult(status -> outbox.add(List.of(mails)));
    }

    private static OutgoingMail aMail(@Nullable UUID group, int index, @Nullable UUID sender) {
        return new OutgoingMail(
                UUID.randomUUID(),
                group,
                index,
                sender,
                "Traject <no-reply@traject.example>",
                "anna@example.org",
                "Heronderzoek",
                "Beste Anna",
                "<p>Beste Anna</p>",
                "nl-NL");
    }
}
