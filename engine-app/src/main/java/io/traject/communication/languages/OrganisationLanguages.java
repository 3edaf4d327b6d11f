package io.traject.communication.languages;

import io.traject.access.Actor;
import io.traject.kernel.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which language an organisation writes its mails, where that is not the installation's. */
@Repository
class OrganisationLanguages {

    private final JdbcClient jdbc;

    OrganisationLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an administrator chose.
     *
     * @param language empty for the installation's
     */
    record Setting(Optional<Language> language, String by, Instant at) {}

    Optional<Language> of(UUID organisation) {
        return setting(organisation).flatMap(Setting::language);
    }

    Optional<Setting> setting(UUID organisation) {
        return jdbc.sql("""
                        select language, set_by_name, set_at from communication_organisation_language
                        where organisation_id = ?""")
                .param(organisation)
                .query((row, n) -> new Setting(
                        Optional.ofNullable(row.getString("language")).map(Language::valueOf),
                        row.getString("set_by_name"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void set(UUID organisation, Optional<Language> language, Actor by, Instant at) {
        jdbc.sql("""
                        insert into communication_organisation_language
                            (organisation_id, language, set_by, set_by_name, set_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (organisation_id) do update
                        set language = excluded.language, set_by = excluded.set_by, set_by_name = excluded.set_by_name,
                            set_at = excluded.set_at""")
                .param(organisation)
                .param(language.map(Enum::name).orElse(null))
                .param(by.id())
                .param(by.displayName())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
