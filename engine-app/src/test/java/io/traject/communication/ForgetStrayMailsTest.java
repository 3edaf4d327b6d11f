package io.traject.communication;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailOutbox;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class ForgetStrayMailsTest {

    @Autowired
    ForgetStrayMails forgetStrayMails;

    @Autowired
    MailOutbox outbox;

    @Autowired
    JdbcClient database;

    @Test
    void shouldForgetOldMailsThatAreInNoCasesFile() {
        UUID notice = mail("SENT", "91 days");
        UUID young = mail("SENT", "89 days");
        UUID waiting = mail("READY", "91 days");
        UUID invitation = mail("SENT", "91 days");
        file(invitation);

        forgetStrayMails.forget();

        assertThat(outbox.status(notice)).isEmpty();
        assertThat(outbox.status(young)).isPresent();
        assertThat(outbox.status(waiting)).isPresent();
        assertThat(outbox.mail(invitation)).isPresent();
        database.sql("delete from mail_outbox where id = ?").param(waiting).update();
    }

    private UUID mail(String state, String ago) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into mail_outbox (id, group_index, from_address, to_address, subject, text, html,
                            language_tag, state, created_at, sent_at)
                        values (:id, 0, 'a@example.org', 'b@example.org', 'Klaar', '', '', 'nl', :state,
                            now() - :ago::interval, case when :state = 'SENT' then now() end)""")
                .param("id", id)
                .param("state", state)
                .param("ago", ago)
                .update();
        return id;
    }

    private void file(UUID mail) {
        database.sql("""
                        insert into communication_communication (id, case_id, municipality_id, kind, channel, language,
                            template_number, subject, mail_id, state, created_at, sent_at)
                        values (?, ?, ?, 'INVITATION_MAIL', 'MAIL', 'NL', 1, 'Uitnodiging', ?, 'SENT', now(), now())""")
                .params(mail, UUID.randomUUID(), UUID.randomUUID(), mail)
                .update();
    }
}
