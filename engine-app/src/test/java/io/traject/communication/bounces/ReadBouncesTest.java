package io.traject.communication.bounces;

import static io.traject.communication.bounces.DeliveryReportTest.notice;
import static io.traject.communication.bounces.DeliveryReportTest.raw;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.traject.communication.MailBounces;
import io.traject.kernel.RealTime;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailOutbox;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices in a real mailbox. */
@TrajectTest
class ReadBouncesTest {

    private static final String DOMAIN = "@traject.example";

    @Autowired
    MailboxReadings readings;

    @Autowired
    MailOutbox outbox;

    @Autowired
    MailBounces bounces;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RealTime time;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    private GreenMailUser user;
    private BounceProperties properties;
    private ReadBounces readBounces;

    @BeforeEach
    void aMailbox() {
        server.start();
        user = server.setUser("bounces@traject.example", "bounces", "geheim");
        properties = new BounceProperties(
                "127.0.0.1",
                server.getImaps().getPort(),
                "bounces",
                "geheim",
                "INBOX",
                "Processed",
                Duration.ofMinutes(1));
        var mailbox = new BounceMailbox(properties, new DummySSLSocketFactory(), false);
        readBounces = new ReadBounces(properties, mailbox, readings, outbox, bounces, transaction, time);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void shouldNoteAMailThatCameBackOnceAndLeaveEverythingElse() throws Exception {
        UUID mail = aSentMail();
        deliver(notice(idOf(mail), "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
        deliver(notice(idOf(UUID.randomUUID()), "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
        deliver(notice(idOf(mail).replace(DOMAIN, "@elsewhere.example"), "failed", "5.1.1", "smtp; forged"));
        deliver(notice("<'; drop table mail_outbox; --" + DOMAIN + ">", "failed", "5.1.1", "smtp; forged"));
        deliver(notice(idOf(mail), "delayed", "4.4.1", "smtp; not yet"));
        deliver("Content-Type: text/plain\n\nI am on holiday");
        deliver("Content-Type: text/plain\n\n" + "x".repeat(1_200_000));

        readBounces.read();
        readBounces.read();

        assertThat(database.sql("select state || ' ' || failure_detail from communication_communication where id = ?")
                        .param(mail)
                        .query(String.class)
                        .single())
                .isEqualTo("BOUNCED 550 5.1.1 no such user");
        assertThat(inbox()).isEqualTo(6);
        assertThat(folder("Processed").getMessageCount()).isEqualTo(1);
        assertThat(readings.of(properties.mailbox())).hasValueSatisfying(reading -> {
            assertThat(reading.understood()).isEqualTo(1);
            assertThat(reading.leftBehind()).isEqualTo(6);
            assertThat(reading.failure()).isNull();
        });
        assertThat(bouncedEvents(mail)).isEqualTo(1);

        deliver(notice(idOf(mail), "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
        readBounces.read();

        assertThat(folder("Processed").getMessageCount()).isEqualTo(2);
        assertThat(bouncedEvents(mail)).isEqualTo(1);
    }

    @Test
    void shouldSayWhyTheMailboxCannotBeRead() {
        server.stop();

        readBounces.read();

        assertThat(readings.of(properties.mailbox()))
                .hasValueSatisfying(reading -> assertThat(reading.failure()).isNotBlank());
    }

    private UUID aSentMail() {
        UUID municipality = cases.municipality();
        UUID about = cases.open(municipality, "A. de Vries").id();
        cases.invite(about);
        UUID mail = UUID.randomUUID();
        database.sql("""
                        insert into mail_outbox (id, group_index, from_address, to_address, subject, text, html,
                            language_tag, state, sent_at, message_id)
                        values (?, 0, 'no-reply@traject.example', 'a@example.org', 'Uitnodiging', '', '', 'nl', 'SENT',
                            now(), ?)
                        """).params(mail, idOf(mail)).update();
        database.sql("""
                        insert into communication_communication (id, case_id, municipality_id, kind, channel, language,
                            template_number, subject, mail_id, state, created_at, sent_at)
                        values (?, ?, ?, 'INVITATION_MAIL', 'MAIL', 'NL', 1, 'Uitnodiging', ?, 'SENT', now(), now())
                        """).params(mail, about, municipality, mail).update();
        return mail;
    }

    private static String idOf(UUID mail) {
        return "<" + mail + DOMAIN + ">";
    }

    private long bouncedEvents(UUID mail) {
        return database.sql("select count(*) from events_domain_event where type = 'communication.bounced'"
                        + " and facts ->> 'communicationId' = ?")
                .param(mail.toString())
                .query(Long.class)
                .single();
    }

    private void deliver(String text) throws Exception {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw(text))));
    }

    private int inbox() {
        return folder("INBOX").getMessageCount();
    }

    private MailFolder folder(String name) {
        ImapHostManager folders = server.getManagers().getImapHostManager();
        return folders.getFolder(user, name);
    }
}
