package io.traject.communication.languages;

import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import java.util.Optional;
import java.util.stream.Stream;

/** The language of mails to one recipient, and what decided it. */
public record LanguageDecision(Language language, Reason reason) {

    /** Whose word counts, the first the most (ADR 170). */
    public enum Reason {
        /** The recipient chose by the link in a mail. */
        RECIPIENT,
        /** An administrator set it for the address. */
        ADDRESS,
        /** The person behind the address reads it. */
        PERSON,
        /** The organisation writes it. */
        ORGANISATION,
        /** The installation's own. */
        INSTALLATION
    }

    /** What is known about a recipient. */
    public record Known(
            Optional<Language> recipient,
            Optional<Language> address,
            Optional<Language> person,
            Optional<Language> organisation) {}

    /** A language that the installation offers no more decides nothing. */
    public static LanguageDecision of(Known known, Languages languages) {
        return Stream.of(
                        by(Reason.RECIPIENT, known.recipient()),
                        by(Reason.ADDRESS, known.address()),
                        by(Reason.PERSON, known.person()),
                        by(Reason.ORGANISATION, known.organisation()))
                .flatMap(Optional::stream)
                .filter(decision -> languages.offered().contains(decision.language()))
                .findFirst()
                .orElseGet(() -> new LanguageDecision(languages.standard(), Reason.INSTALLATION));
    }

    private static Optional<LanguageDecision> by(Reason reason, Optional<Language> language) {
        return language.map(known -> new LanguageDecision(known, reason));
    }
}
