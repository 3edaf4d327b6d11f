package io.traject.sheets;

import java.text.Normalizer;

/** Removes from text what nobody sees: spaces around it, double and hard spaces, line breaks, marks without a shape. */
public final class Tidy {

    private static final char LAST_WITHOUT_COMBINING = 0x2ff;

    private Tidy() {}

    /**
     * @return the text in normal form C, words separated by one space, without control and format characters (such as
     *     those that turn the direction of writing)
     */
    public static String text(String raw) {
        return isTidy(raw) ? raw : tidied(Normalizer.normalize(raw, Normalizer.Form.NFC));
    }

    /** @return the text, or its beginning and an ellipsis when it has more characters than the limit */
    public static String shortened(String text, int limit) {
        return text.codePointCount(0, text.length()) > limit
                ? text.substring(0, text.offsetByCodePoints(0, limit - 1)) + '…'
                : text;
    }

    private static boolean isTidy(String raw) {
        boolean afterSpace = true;
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            boolean space = character == ' ';
            if (character < ' '
                    || (space && afterSpace)
                    || (character > '~' && character < 0xc0)
                    || character > LAST_WITHOUT_COMBINING) {
                return false;
            }
            afterSpace = space;
        }
        return !afterSpace || raw.isEmpty();
    }

    private static String tidied(String raw) {
        StringBuilder tidied = new StringBuilder(raw.length());
        boolean pendingSpace = false;
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                pendingSpace = !tidied.isEmpty();
            } else if (isVisible(codePoint) || (isJoiner(codePoint) && !tidied.isEmpty())) {
                if (pendingSpace) {
                    tidied.append(' ');
                    pendingSpace = false;
                }
                tidied.appendCodePoint(codePoint);
            }
        }
        return tidied.toString();
    }

    /** Persian names need the one, some emoji and Indic names the other. */
    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200c || codePoint == 0x200d;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
