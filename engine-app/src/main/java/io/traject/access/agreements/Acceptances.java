package io.traject.access.agreements;

import io.traject.kernel.Language;
import io.traject.kernel.RealTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who accepted what. */
@Component
class Acceptances {

    private final JdbcClient database;
    private final RealTime time;

    Acceptances(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /** Keeps the first acceptance when there are two. */
    void add(UUID agreementId, UUID userId, Language language) {
        database.sql("""
                        insert into access_agreement_acceptance (agreement_id, user_id, accepted_at, language)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .param(agreementId)
                .param(userId)
                .param(time.now().atOffset(ZoneOffset.UTC))
                .param(language.name())
                .update();
    }

    /** For all who have an account now. */
    void addForEveryone(UUID agreementId, Language language) {
        database.sql("""
                        insert into access_agreement_acceptance (agreement_id, user_id, accepted_at, language)
                        select ?, id, ?, ? from access_user on conflict do nothing""")
                .param(agreementId)
                .param(time.now().atOffset(ZoneOffset.UTC))
                .param(language.name())
                .update();
    }

    /** Whether the user has yet to accept something; asked with every page. */
    boolean isOneMissing(UUID userId, LocalDate today) {
        return database.sql("""
                        select exists (
                            select from access_agreement a
                            where a.withdrawn_at is null and (a.valid_until is null or a.valid_until >= :today)
                              and a.valid_from = (select max(b.valid_from) from access_agreement b
                                                  where b.kind = a.kind and b.withdrawn_at is null
                                                    and b.valid_from <= :today)
                              and not exists (select from access_agreement_acceptance c
                                              where c.agreement_id = a.id and c.user_id = :user))""")
                .param("today", today)
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    /** When the user accepted each. */
    Map<UUID, Instant> of(UUID userId) {
        Map<UUID, Instant> accepted = new HashMap<>();
        database.sql("select agreement_id, accepted_at from access_agreement_acceptance where user_id = ?")
                .param(userId)
                .query(row -> {
                    accepted.put(
                            row.getObject("agreement_id", UUID.class),
                            row.getObject("accepted_at", OffsetDateTime.class).toInstant());
                });
        return accepted;
    }

    /** How many active users accepted each. */
    Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new HashMap<>();
        database.sql("""
                        select a.agreement_id, count(*) as users from access_agreement_acceptance a
                        join access_user u on u.id = a.user_id and u.active group by a.agreement_id""").query(row -> {
            counts.put(row.getObject("agreement_id", UUID.class), row.getInt("users"));
        });
        return counts;
    }

    int activeUsers() {
        return database.sql("select count(*) from access_user where active")
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    List<AgreementBoard.Acceptance> page(UUID agreementId, int offset, int size) {
        return database.sql("""
                        select u.display_name, u.username, a.accepted_at, a.language from access_agreement_acceptance a
                        join access_user u on u.id = a.user_id
                        where a.agreement_id = ? order by a.accepted_at desc, a.user_id offset ? limit ?""")
                .param(agreementId)
                .param(offset)
                .param(size)
                .query((row, number) -> new AgreementBoard.Acceptance(
                        row.getString("display_name"),
                        row.getString("username"),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                        Language.valueOf(row.getString("language"))))
                .list();
    }

    long count(UUID agreementId) {
        return database.sql("select count(*) from access_agreement_acceptance where agreement_id = ?")
                .param(agreementId)
                .query(Long.class)
                .single();
    }
}
