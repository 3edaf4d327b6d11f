package io.traject.platform.mailcatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.broker.FreePort;
import io.traject.kernel.BusinessTime;
import io.traject.testing.TestPlatform;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MailCatcherTest {

    private static CaughtMails mails;

    private MailCatcher catcher;
    private Session session;

    @BeforeAll
    static void migrate() {
        TestPlatform.Database database = TestPlatform.database();
        var dataSource = new DriverManagerDataSource(database.url(), database.username(), database.password());
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema("mail_catcher_test")
                .locations("classpath:db/migration/platform")
                .load()
                .migrate();
        dataSource.setSchema("mail_catcher_test");
        mails = new CaughtMails(JdbcClient.create(dataSource), new BusinessTime(Clock.systemUTC()));
    }

    @BeforeEach
    void start() {
        int port = FreePort.next();
        catcher = new MailCatcher(mails, port);
        catcher.start();
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        session = Session.getInstance(properties);
        mails.clear();
    }

    @AfterEach
    void stop() {
        catcher.stop();
    }

    @Test
    void shouldKeepAMailWithAllItsParts() throws Exception {
        send("jansen@example.org", "Uitnodiging voor Zoë");

        CaughtMail caught = only();
        assertThat(caught.recipients()).containsExactly("jansen@example.org");
        assertThat(caught.subject()).isEqualTo("Uitnodiging voor Zoë");
        MailText text = MailText.of(mails.content(caught.id()).orElseThrow());
        assertThat(text.text()).hasValueSatisfying(plain -> assertThat(plain).contains("Beste Zoë"));
        assertThat(text.html()).hasValueSatisfying(html -> assertThat(html).contains("<p>Beste Zoë</p>"));
        assertThat(text.attachments()).containsExactly("brief.pdf");
    }

    @Test
    void shouldListTheNewestFirstPageByPage() throws Exception {
        for (String subject : List.of("one", "two", "three")) {
            send("jansen@example.org", subject);
        }

        List<CaughtMail> first = mails.page("", 0, 2);
        List<CaughtMail> second = mails.page("", 2, 2);

        assertThat(first).extracting(CaughtMail::subject).containsExactly("three", "two");
        assertThat(second).extracting(CaughtMail::subject).containsExactly("one");
        assertThat(mails.count("", 10)).isEqualTo(3);
        assertThat(mails.count("", 2)).isEqualTo(2);
    }

    @Test
    void shouldFindByAPartOfTheRecipient() throws Exception {
        send("Jansen@example.org", "one");
        send("pietersen@example.org", "two");

        assertThat(mails.page("jansen", 0, 10)).extracting(CaughtMail::subject).containsExactly("one");
        assertThat(mails.page("example.org", 0, 10)).hasSize(2);
        assertThat(mails.page("%", 0, 10)).isEmpty();
    }

    @Test
    void shouldKnowNothingOfAnUnknownMail() {
        assertThat(mails.find(UUID.randomUUID())).isEmpty();
        assertThat(mails.content(UUID.randomUUID())).isEmpty();
    }

    private CaughtMail only() {
        List<CaughtMail> caught = mails.page("", 0, 10);
        assertThat(caught).hasSize(1);
        return caught.getFirst();
    }

    private void send(String recipient, String subject) throws MessagingException, IOException {
        var message = new MimeMessage(session);
        message.setFrom("traject@example.org");
        message.setRecipients(RecipientType.TO, recipient);
        message.setSubject(subject, "UTF-8");
        var alternatives =
                new MimeMultipart("alternative", part("Beste Zoë", "plain"), part("<p>Beste Zoë</p>", "html"));
        var body = new MimeBodyPart();
        body.setContent(alternatives);
        var attachment = part("%PDF", "plain");
        attachment.setFileName("brief.pdf");
        message.setContent(new MimeMultipart("mixed", body, attachment));
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", type);
        return part;
    }
}
