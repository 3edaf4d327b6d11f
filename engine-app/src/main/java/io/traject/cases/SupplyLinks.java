package io.traject.cases;

import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.RealTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links with which residents supply their data without signing in. A case has one, the same in its invitation, its
 * reminders and a mail that is sent again; it works until something was sent with it, and only while the case waits for
 * data and its final date has not passed. A later final date makes an unused link work again.
 */
@Service
public class SupplyLinks {

    private final JdbcTemplate jdbc;
    private final RealTime time;
    private final Languages languages;
    private final byte[] key;
    private final String page;

    SupplyLinks(
            JdbcTemplate jdbc,
            RealTime time,
            Languages languages,
            @Value("${traject.secret-key}") String base64Key,
            @Value("${traject.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.time = time;
        this.languages = languages;
        this.key = Base64.getDecoder().decode(base64Key);
        this.page = publicUrl.replaceFirst("/+$", "") + "/supply/";
    }

    /** From now on the links of these cases work; a repeat changes nothing. */
    @Transactional
    public void open(Collection<UUID> caseIds) {
        var now = time.now().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                "insert into cases_supply_link (code_hash, case_id, opened_at) values (?, ?, ?)"
                        + " on conflict (code_hash) do nothing",
                caseIds,
                Math.max(caseIds.size(), 1),
                (statement, caseId) -> {
                    statement.setBytes(1, code(caseId).hash());
                    statement.setObject(2, caseId);
                    statement.setObject(3, now);
                });
    }

    /** The address of a case's link, which works once it was opened; its page speaks the language. */
    public String address(UUID caseId, Language language) {
        String address = page + code(caseId).grouped();
        return language == languages.standard() ? address : address + "?language=" + language.code();
    }

    private SupplyCode code(UUID caseId) {
        return SupplyCode.of(caseId, key);
    }
}
