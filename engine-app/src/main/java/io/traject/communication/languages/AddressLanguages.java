package io.traject.communication.languages;

import io.traject.access.Actor;
import io.traject.communication.languages.AddressLanguage.Choice;
import io.traject.communication.languages.AddressLanguage.Setting;
import io.traject.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of languages: what recipients chose for themselves, what administrators set, what organisations write. */
@Repository
class AddressLanguages {

    private final JdbcClient jdbc;

    AddressLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Choice> choice(AddressKey address) {
        return jdbc.sql("select language, chosen_at from communication_address_choice where address = ?")
                .param(address.bytes())
                .query((row, n) -> new Choice(Language.valueOf(row.getString("language")), instant(row, "chosen_at")))
                .optional();
    }

    /** The same choice again changes nothing, the day of the first neither. */
    void choose(AddressKey address, Language language, Instant at) {
        jdbc.sql("""
                        insert into communication_address_choice as c (address, language, chosen_at) values (?, ?, ?)
                        on conflict (address) do update set language = excluded.language, chosen_at = excluded.chosen_at
                        where c.language <> excluded.language""")
                .params(address.bytes(), language.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Setting> setting(AddressKey address, Optional<UUID> organisation) {
        return jdbc.sql("""
                        select language, set_by_name, set_at, version from communication_address_setting
                        where address = ? and organisation_id is not distinct from ?::uuid""")
                .param(address.bytes())
                .param(organisation.orElse(null))
                .query((row, n) -> new Setting(
                        language(row), row.getString("set_by_name"), instant(row, "set_at"), row.getLong("version")))
                .optional();
    }

    /**
     * @param language empty takes the setting back
     * @param seen the version that was decided on; 0 for none
     * @return false when somebody has set it since
     */
    boolean set(
            AddressKey address,
            Optional<UUID> organisation,
            Optional<Language> language,
            Actor by,
            Instant at,
            long seen) {
        return jdbc.sql("""
                        insert into communication_address_setting as s
                            (address, organisation_id, language, set_by, set_by_name, set_at, version)
                        values (?, ?, ?, ?, ?, ?, 1)
                        on conflict (address, organisation_id) do update
                        set language = excluded.language, set_by = excluded.set_by, set_by_name = excluded.set_by_name,
                            set_at = excluded.set_at, version = s.version + 1
                        where s.version = ?""")
                        .param(address.bytes())
                        .param(organisation.orElse(null))
                        .param(language.map(Enum::name).orElse(null))
                        .param(by.id())
                        .param(by.displayName())
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(seen)
                        .update()
                == 1;
    }

    /** Decisions of recipients and administrators together, by address; addresses without any are left out. */
    Map<AddressKey, Decided> decided(Collection<AddressKey> addresses, @Nullable UUID organisation) {
        var decided = new HashMap<AddressKey, Decided>();
        jdbc.sql("""
                        select a.address, c.language as chosen, s.language
                        from unnest(?::bytea[]) as a (address)
                        left join communication_address_choice c on c.address = a.address
                        left join communication_address_setting s
                            on s.address = a.address and s.organisation_id is not distinct from ?::uuid
                        where c.language is not null or s.language is not null""")
                .param(addresses.stream().map(AddressKey::bytes).toArray(byte[][]::new))
                .param(organisation)
                .query(row -> {
                    decided.put(
                            new AddressKey(row.getBytes("address")),
                            new Decided(
                                    Optional.ofNullable(row.getString("chosen")).map(Language::valueOf),
                                    language(row)));
                });
        return decided;
    }

    /** Whether a recipient chose the language, or an administrator of the organisation set it for an address. */
    boolean anyDecided(Language language, UUID organisation) {
        return jdbc.sql("""
                        select exists (select from communication_address_choice where language = :language)
                            or exists (select from communication_address_setting
                                where language = :language and organisation_id = :organisation)""")
                .param("language", language.name())
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** What the recipient chose, and what an administrator set. */
    record Decided(Optional<Language> recipient, Optional<Language> address) {

        static final Decided NOTHING = new Decided(Optional.empty(), Optional.empty());
    }

    private static Optional<Language> language(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("language")).map(Language::valueOf);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
