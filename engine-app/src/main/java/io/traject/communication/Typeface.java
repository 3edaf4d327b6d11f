package io.traject.communication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Sans (SIL Open Font License 1.1), embedded in every letter: its files, which characters it prints and how
 * wide they are. Immutable; the measures are read once.
 */
final class Typeface {

    static final Typeface SANS = new Typeface("LiberationSans");

    /** One of the four files of the family. */
    enum Cut {
        REGULAR("Regular", 400, false),
        BOLD("Bold", 700, false),
        ITALIC("Italic", 400, true),
        BOLD_ITALIC("BoldItalic", 700, true);

        private final String suffix;
        private final int weight;
        private final boolean italic;

        Cut(String suffix, int weight, boolean italic) {
            this.suffix = suffix;
            this.weight = weight;
            this.italic = italic;
        }

        int weight() {
            return weight;
        }

        boolean italic() {
            return italic;
        }
    }

    private static final int CHARACTERS = Character.MAX_VALUE + 1;

    final List<byte[]> files = new ArrayList<>();
    private final BitSet printed = new BitSet(CHARACTERS);
    private final double[] widths = new double[CHARACTERS];

    private Typeface(String name) {
        for (Cut cut : Cut.values()) {
            files.add(read("/liberation/" + name + "-" + cut.suffix + ".ttf"));
        }
        try (TrueTypeFont regular = open(Cut.REGULAR)) {
            var glyphs = regular.getUnicodeCmapLookup();
            for (int character = ' '; character < CHARACTERS; character++) {
                int glyph = glyphs.getGlyphId(character);
                if (glyph != 0 && isLeftToRight(character)) {
                    printed.set(character);
                    widths[character] = (double) regular.getAdvanceWidth(glyph) / regular.getUnitsPerEm();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The typeface " + resource + " is missing from the classpath");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Opens a font file for the use of one thread. Without ligatures, which cost a third of the time of a letter. */
    TrueTypeFont open(Cut cut) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(files.get(cut.ordinal())));
        font.setEnableGsub(false);
        return font;
    }

    /** Whether the letter can show this character. Scripts that run from right to left can't be set yet. */
    boolean prints(int character) {
        return character < CHARACTERS && printed.get(character);
    }

    /** The characters of a text that can't be printed, named for the reader; empty when all can. */
    String unprintable(String text) {
        return text.codePoints()
                .filter(character -> !prints(character))
                .distinct()
                .mapToObj(Typeface::describe)
                .collect(Collectors.joining(", "));
    }

    /** In multiples of the type size. */
    double width(String text) {
        return text.chars().mapToDouble(character -> widths[character]).sum();
    }

    static String describe(int character) {
        String code = "U+%04X".formatted(character);
        return Character.isISOControl(character) ? code : Character.toString(character) + " (" + code + ")";
    }

    private static boolean isLeftToRight(int character) {
        byte direction = Character.getDirectionality(character);
        int type = Character.getType(character);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.PRIVATE_USE;
    }
}
