package io.traject.workers.mail;

import io.traject.workers.secrets.SecretBox;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mail servers of senders that have their own. Looked up before every use of a connection, so a change counts at once. */
@Repository
public class MailServers {

    private final JdbcClient jdbc;
    private final SecretBox secrets;

    MailServers(JdbcClient jdbc, SecretBox secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    public Optional<MailServerSettings> find(UUID sender) {
        return jdbc.sql("select * from mail_server where sender_id = ?")
                .param(sender)
                .query((row, number) -> settings(row))
                .optional();
    }

    /**
     * From now on the sender's mails leave through this server.
     *
     * @param password null keeps the one there is
     */
    @Transactional
    public void use(UUID sender, MailServerSettings settings, @Nullable String password) {
        byte[] sealed = settings.signsIn() && password != null ? secrets.seal(password, sender) : null;
        jdbc.sql("""
                        insert into mail_server (sender_id, host, port, security, username, sealed_password, from_name,
                            from_address, changed_by, changed_at)
                        values (:sender, :host, :port, :security, :username,
                            case when :username <> ''
                                then coalesce(:sealed, (select sealed_password from mail_server where sender_id = :sender))
                            end,
                            :name, :address, :by, :at)
                        on conflict (sender_id) do update
                        set host = excluded.host, port = excluded.port, security = excluded.security,
                            username = excluded.username, sealed_password = excluded.sealed_password,
                            from_name = excluded.from_name, from_address = excluded.from_address,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("sender", sender)
                .param("host", settings.host())
                .param("port", settings.port())
                .param("security", settings.security().name())
                .param("username", settings.username())
                .param("sealed", sealed, Types.BINARY)
                .param("name", settings.fromName())
                .param("address", settings.fromAddress())
                .param("by", settings.changedBy())
                .param(
                        "at",
                        settings.changedAt() == null
                                ? null
                                : settings.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The sender's mails leave through the platform's server again. */
    @Transactional
    public boolean forget(UUID sender) {
        return jdbc.sql("delete from mail_server where sender_id = ?")
                        .param(sender)
                        .update()
                > 0;
    }

    /** @throws IllegalStateException when the password was sealed with another key than this process has */
    Optional<MailServer> of(UUID sender) {
        return jdbc.sql("select * from mail_server where sender_id = ?")
                .param(sender)
                .query((row, number) -> {
                    byte[] sealed = row.getBytes("sealed_password");
                    MailServerSettings settings = settings(row);
                    return settings.with(sealed == null ? "" : secrets.open(sealed, sender), from(settings));
                })
                .optional();
    }

    /** The password that the sender's server has, to try changed settings with it. */
    Optional<String> password(UUID sender) {
        return of(sender).map(MailServer::password);
    }

    static String from(MailServerSettings settings) {
        try {
            return new InternetAddress(settings.fromAddress(), settings.fromName(), StandardCharsets.UTF_8.name())
                    .toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java platform has UTF-8", impossible);
        }
    }

    private static MailServerSettings settings(ResultSet row) throws SQLException {
        return new MailServerSettings(
                row.getString("host"),
                row.getInt("port"),
                MailSecurity.valueOf(row.getString("security")),
                row.getString("username"),
                row.getString("from_name"),
                row.getString("from_address"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
