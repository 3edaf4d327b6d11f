package io.traject.communication;

import static io.traject.communication.TextDifference.Change.ADDED;
import static io.traject.communication.TextDifference.Change.KEPT;
import static io.traject.communication.TextDifference.Change.REMOVED;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.communication.TextDifference.Change;
import io.traject.communication.TextDifference.Piece;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void shouldNameTheWordsThatChanged() {
        assertThat(TextDifference.between("Bel ons op maandag.\nGroet", "Bel ons op dinsdag.\nGroet"))
                .containsExactly(
                        new Piece(KEPT, "Bel ons op "),
                        new Piece(REMOVED, "maandag."),
                        new Piece(ADDED, "dinsdag."),
                        new Piece(KEPT, "\nGroet"));
    }

    @Test
    void shouldLeaveTheSameTextWhole() {
        assertThat(TextDifference.between("Beste mevrouw,\n\nTot ziens", "Beste mevrouw,\n\nTot ziens"))
                .containsExactly(new Piece(KEPT, "Beste mevrouw,\n\nTot ziens"));
        assertThat(TextDifference.between("", "Nieuw")).containsExactly(new Piece(ADDED, "Nieuw"));
    }

    @Test
    void shouldGiveBothTextsBackHoweverLongAndDifferent() {
        String before = IntStream.range(0, 4000).mapToObj(i -> "a" + i).collect(joining(" "));
        String after = IntStream.range(0, 4000).mapToObj(i -> "b" + i).collect(joining(" "));

        var pieces = TextDifference.between(before, after);

        assertThat(text(pieces, ADDED)).isEqualTo(before);
        assertThat(text(pieces, REMOVED)).isEqualTo(after);
    }

    /** What is left without the pieces of one change. */
    private static String text(List<Piece> pieces, Change without) {
        return pieces.stream()
                .filter(piece -> piece.change() != without)
                .map(Piece::text)
                .collect(joining());
    }
}
