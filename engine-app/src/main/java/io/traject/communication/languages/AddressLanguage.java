package io.traject.communication.languages;

import io.traject.kernel.AddressHolders.Holder;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * In which language somebody's e-mail address is written to, and why.
 *
 * @param otherwise what would hold if no administrator had set anything
 * @param chosen what the recipient chose
 * @param setting what an administrator set last
 */
public record AddressLanguage(
        Holder holder,
        EmailAddress address,
        LanguageDecision decision,
        LanguageDecision otherwise,
        Optional<Choice> chosen,
        Optional<Setting> setting) {

    /** What a recipient chose, for all mails of the installation. */
    public record Choice(Language language, Instant at) {}

    /**
     * What an administrator set for the mails of an organisation.
     *
     * @param language empty when it was taken back
     * @param version from 1
     */
    public record Setting(Optional<Language> language, String by, Instant at, long version) {}

    /** Whether the recipient has chosen, so that administrators can't. */
    public boolean closed() {
        return chosen.isPresent();
    }

    public Optional<Language> set() {
        return setting.flatMap(Setting::language);
    }

    /** 0 while nobody has set anything. */
    public long version() {
        return setting.map(Setting::version).orElse(0L);
    }
}
