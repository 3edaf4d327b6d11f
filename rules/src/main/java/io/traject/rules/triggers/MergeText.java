package io.traject.rules.triggers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with merge fields, written as in templates: <code>{{case.number}}</code>, white space within the braces at will. A field
 * is a name; nothing is evaluated. What a field merges as is never looked at again, so braces in a value are only braces.
 */
public final class MergeText {

    public static final int LONGEST = 20_000;
    public static final int MOST_FIELDS = 200;

    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}\\n]*)}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");

    private sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Hole(String field) implements Piece {}

    private final List<Piece> pieces;

    private MergeText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * All mistakes, in the order of the text.
     *
     * @param known keys of the fields that may be merged
     */
    public static List<MergeMistake> check(String text, Set<String> known) {
        if (text.length() > LONGEST) {
            return List.of(new MergeMistake(1, 1, "too-long", String.valueOf(LONGEST)));
        }
        List<MergeMistake> mistakes = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        int end = 0;
        int fields = 0;
        while (matcher.find()) {
            checkBraces(text, end, matcher.start(), mistakes);
            String field = matcher.group(1).strip();
            if (field.isEmpty()) {
                mistakes.add(mistake(text, matcher.start(), "field-empty", ""));
            } else if (!known.contains(field)) {
                mistakes.add(mistake(text, matcher.start(), "field-unknown", field));
            }
            if (++fields == MOST_FIELDS + 1) {
                mistakes.add(mistake(text, matcher.start(), "too-many", String.valueOf(MOST_FIELDS)));
            }
            end = matcher.end();
        }
        checkBraces(text, end, text.length(), mistakes);
        return List.copyOf(mistakes);
    }

    private static void checkBraces(String text, int from, int to, List<MergeMistake> mistakes) {
        Matcher braces = BRACES.matcher(text).region(from, to);
        while (braces.find()) {
            mistakes.add(mistake(text, braces.start(), "field-unclosed", braces.group()));
        }
    }

    private static MergeMistake mistake(String text, int index, String code, String subject) {
        String before = text.substring(0, index);
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new MergeMistake(line, index - before.lastIndexOf('\n'), code, subject);
    }

    /**
     * Reads a text that was checked before, perhaps when there were other fields. What is no field is text.
     *
     * @throws IllegalArgumentException when it is too long
     */
    public static MergeText of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("Longer than " + LONGEST);
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pieces.add(new Literal(text.substring(end, matcher.start())));
            pieces.add(new Hole(matcher.group(1).strip()));
            end = matcher.end();
        }
        pieces.add(new Literal(text.substring(end)));
        return new MergeText(pieces);
    }

    /** Keys of the fields in it, each once, in the order of the text. */
    public List<String> fields() {
        return pieces.stream()
                .filter(Hole.class::isInstance)
                .map(piece -> ((Hole) piece).field())
                .distinct()
                .toList();
    }

    /**
     * @param values what each field merges as, safe where the text goes: nothing is escaped here; null merges as nothing
     */
    public String merge(Function<String, @Nullable String> values) {
        var merged = new StringBuilder();
        for (Piece piece : pieces) {
            merged.append(
                    switch (piece) {
                        case Literal(String text) -> text;
                        case Hole(String field) -> Objects.requireNonNullElse(values.apply(field), "");
                    });
        }
        return merged.toString();
    }
}
