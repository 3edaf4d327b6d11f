package io.traject.reexamination;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.reexamination.Residents.MailTo;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether residents of a batch are mailed in a language. The register knows addresses as keyed hashes only, so that no
 * statement can join them: residents are read a piece at a time, and no further than the first who reads the language.
 */
@Component
class ReadersOfBatch {

    private static final int PIECE = 5_000;

    private final Residents residents;
    private final MailLanguages mailLanguages;

    ReadersOfBatch(Residents residents, MailLanguages mailLanguages) {
        this.residents = residents;
        this.mailLanguages = mailLanguages;
    }

    boolean any(UUID batch, UUID municipality, Language language) {
        return any(municipality, language, after -> residents.mailTo(batch, after, PIECE));
    }

    /** Counts residents with an open case only. */
    boolean anyWithOpenCase(UUID batch, UUID municipality, Language language) {
        return any(municipality, language, after -> residents.mailToOpen(batch, after, PIECE));
    }

    /** Residents after the row with an index. */
    private interface Pieces {
        List<MailTo> after(int rowIndex);
    }

    private boolean any(UUID municipality, Language language, Pieces pieces) {
        boolean found = false;
        for (List<MailTo> piece = pieces.after(-1);
                !found && !piece.isEmpty();
                piece = pieces.after(piece.getLast().rowIndex())) {
            List<EmailAddress> addresses = piece.stream()
                    .flatMap(to -> EmailAddress.parse(to.email()).stream())
                    .toList();
            found = mailLanguages.of(addresses, municipality).containsValue(language);
        }
        return found;
    }
}
