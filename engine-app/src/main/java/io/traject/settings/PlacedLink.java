package io.traject.settings;

import io.traject.kernel.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/**
 * How an organisation offers an action link.
 *
 * @param link its key
 * @param position among the links of the file; those with the same one stand in their usual order
 * @param dutch its name instead of the usual one; empty for that
 * @param english its name in English; empty exactly when the Dutch one is
 */
@Embeddable
public record PlacedLink(
        String link,
        @Enumerated(EnumType.STRING) LinkPlace file,
        boolean shown,
        @Enumerated(EnumType.STRING) ActionLink.Form form,
        int position,
        @Column(name = "label_nl") String dutch,
        @Column(name = "label_en") String english) {

    public static final int LONGEST_LABEL = 60;
    public static final int LAST_POSITION = 99;

    public PlacedLink {
        if (position < 1
                || position > LAST_POSITION
                || dutch.length() > LONGEST_LABEL
                || english.length() > LONGEST_LABEL
                || dutch.isEmpty() != english.isEmpty()) {
            throw new IllegalArgumentException("Not a place for a link: " + position);
        }
    }

    static PlacedLink usual(ActionLink link) {
        return new PlacedLink(
                link.key(),
                link.file(),
                link.usual().shown(),
                link.usual().form(),
                link.usual().position(),
                "",
                "");
    }

    /** The organisation's own name for it. */
    public Optional<String> label(Language language) {
        return Optional.of(language == Language.NL ? dutch : english).filter(label -> !label.isEmpty());
    }

    boolean places(ActionLink other) {
        return file == other.file() && link.equals(other.key());
    }
}
