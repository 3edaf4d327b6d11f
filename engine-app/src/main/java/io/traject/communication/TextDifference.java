package io.traject.communication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What changed from one text to another, word by word; in very different long texts line by line. */
public final class TextDifference {

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)|(?<=\n)");
    private static final Pattern LINES = Pattern.compile("(?<=\n)");
    private static final long MOST_COMPARISONS = 4_000_000;

    private TextDifference() {}

    /** What became of a piece. */
    public enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Text that was kept, removed or added as a whole. */
    public record Piece(Change change, String text) {}

    public static List<Piece> between(String before, String after) {
        String[] old = WORDS.split(before);
        String[] present = WORDS.split(after);
        if ((long) old.length * present.length > MOST_COMPARISONS) {
            old = LINES.split(before);
            present = LINES.split(after);
        }
        return joined(compared(old, present));
    }

    /** By the longest common subsequence. */
    private static List<Piece> compared(String[] old, String[] present) {
        int[][] common = new int[old.length + 1][present.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = present.length - 1; j >= 0; j--) {
                common[i][j] = old[i].equals(present[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.length && j < present.length) {
            if (old[i].equals(present[j])) {
                pieces.add(new Piece(Change.KEPT, old[i++]));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                pieces.add(new Piece(Change.REMOVED, old[i++]));
            } else {
                pieces.add(new Piece(Change.ADDED, present[j++]));
            }
        }
        Arrays.stream(old, i, old.length).forEach(text -> pieces.add(new Piece(Change.REMOVED, text)));
        Arrays.stream(present, j, present.length).forEach(text -> pieces.add(new Piece(Change.ADDED, text)));
        return pieces;
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (!joined.isEmpty() && joined.getLast().change() == piece.change()) {
                Piece last = joined.removeLast();
                joined.add(new Piece(piece.change(), last.text() + piece.text()));
            } else if (!piece.text().isEmpty()) {
                joined.add(piece);
            }
        }
        return joined;
    }
}
