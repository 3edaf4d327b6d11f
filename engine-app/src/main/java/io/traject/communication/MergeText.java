package io.traject.communication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A finished text with holes for values. While CommonMark is parsed and rendered each hole is one character of the
 * private use area, which no template text may contain; values come in only afterwards, so they can't be markup.
 */
final class MergeText {

    private static final char FIRST = '\uE000';
    private static final char FIRST_IN_ADDRESS = '\uE100';

    private sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Hole(MergeField field, boolean inAddress) implements Piece {}

    private final List<Piece> pieces;

    private MergeText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static char holeFor(MergeField field) {
        return (char) (FIRST + field.ordinal());
    }

    /** The holes of a link's address: their values are percent-encoded, but for one that is an address itself. */
    static String asAddress(String text) {
        return text.chars()
                .map(character -> isHole((char) character) ? character - FIRST + FIRST_IN_ADDRESS : character)
                .collect(
                        StringBuilder::new,
                        (builder, character) -> builder.append((char) character),
                        StringBuilder::append)
                .toString();
    }

    static boolean isHole(char character) {
        return character >= FIRST && character < FIRST + MergeField.values().length;
    }

    /** Whether the text is one hole, for a whole address. */
    static boolean isAddress(String text) {
        return text.length() == 1 && isHole(text.charAt(0)) && MergeField.values()[text.charAt(0) - FIRST].isAddress();
    }

    static MergeText of(String textWithHoles) {
        var pieces = new ArrayList<Piece>();
        var literal = new StringBuilder();
        for (char character : textWithHoles.toCharArray()) {
            boolean inAddress = character >= FIRST_IN_ADDRESS && isHole((char) (character - FIRST_IN_ADDRESS + FIRST));
            if (!inAddress && !isHole(character)) {
                literal.append(character);
                continue;
            }
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
            pieces.add(new Hole(MergeField.values()[character - (inAddress ? FIRST_IN_ADDRESS : FIRST)], inAddress));
        }
        pieces.add(new Literal(literal.toString()));
        return new MergeText(pieces);
    }

    Set<MergeField> fields() {
        var fields = EnumSet.noneOf(MergeField.class);
        for (Piece piece : pieces) {
            if (piece instanceof Hole hole) {
                fields.add(hole.field());
            }
        }
        return fields;
    }

    /** @param escape makes a value safe where it goes; literals are safe already */
    String fill(Function<MergeField, String> values, UnaryOperator<String> escape) {
        var filled = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Literal literal -> filled.append(literal.text());
                case Hole hole -> {
                    String value = values.apply(hole.field());
                    boolean isPartOfAddress = hole.inAddress() && !hole.field().isAddress();
                    filled.append(isPartOfAddress ? percentEncoded(value) : escape.apply(value));
                }
            }
        }
        return filled.toString();
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
