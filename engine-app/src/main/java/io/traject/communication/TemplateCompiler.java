package io.traject.communication;

import static io.traject.communication.TemplateProblem.Part.BODY;
import static io.traject.communication.TemplateProblem.Part.SUBJECT;
import static java.util.Comparator.comparing;

import io.traject.communication.TemplateProblem.Part;
import io.traject.kernel.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;

/**
 * Turns what someone wrote into a template, or says everything that is wrong with it. The text is data: nothing in it
 * is evaluated, markup is limited to what CommonMark itself makes, and a line break is a line break.
 */
@Component
public class TemplateCompiler {

    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}\\n]*)}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");
    private static final Pattern ADDRESS = Pattern.compile("(https?://|mailto:)[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final int FARTHEST_SUGGESTION = 6;

    /** Stands where something was that is refused: what follows keeps its place. */
    private static final char SOMETHING = '\uFFFC';

    private final Parser parser = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .build();
    private final TextContentRenderer plain = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    public Compilation compile(TemplateKind kind, Language language, TemplateText text) {
        var problems = new ArrayList<TemplateProblem>();
        checkLengths(text, problems);
        var subject = new Source(SUBJECT, kind, text.subject(), problems);
        var body = new Source(BODY, kind, text.body(), problems);
        Node document = parser.parse(body.withHoles);
        document.accept(new Guard(body));
        document.accept(new Outline());
        if (!problems.isEmpty()) {
            return new Compilation.Rejected(problems.stream()
                    .sorted(comparing(TemplateProblem::part)
                            .thenComparing(TemplateProblem::line)
                            .thenComparing(TemplateProblem::column))
                    .toList());
        }
        Node printed = parser.parse(body.withHoles);
        printed.accept(new PrintedLinks());
        printed.accept(new Outline());
        return new Compilation.Compiled(new CompiledTemplate(
                kind,
                language,
                MergeText.of(subject.withHoles),
                MergeText.of(html.render(kind.channel() == Channel.LETTER ? printed : document)),
                MergeText.of(plain.render(printed))));
    }

    /** Compiles the text that comes with the product. */
    CompiledTemplate standard(TemplateKind kind, Language language) {
        return switch (compile(kind, language, StandardTexts.of(kind, language))) {
            case Compilation.Compiled(CompiledTemplate compiled) -> compiled;
            case Compilation.Rejected(List<TemplateProblem> problems) ->
                throw new IllegalStateException("The standard text of " + kind + " can't be used: " + problems);
        };
    }

    /** Compiles a template that was saved; do so once for a whole run. */
    public CompiledTemplate compile(Template template) {
        return switch (compile(template.kind(), template.language(), template.text())) {
            case Compilation.Compiled(CompiledTemplate compiled) -> compiled;
            case Compilation.Rejected(List<TemplateProblem> problems) ->
                throw new IllegalStateException("Template " + template.id() + " can't be used any more: " + problems);
        };
    }

    private static void checkLengths(TemplateText text, List<TemplateProblem> problems) {
        checkLength(SUBJECT, text.subject(), TemplateText.LONGEST_SUBJECT, problems);
        checkLength(BODY, text.body(), TemplateText.LONGEST_BODY, problems);
    }

    private static void checkLength(Part part, String text, int longest, List<TemplateProblem> problems) {
        if (text.isBlank()) {
            problems.add(new TemplateProblem(part, 1, 1, "empty", List.of()));
        } else if (text.length() > longest) {
            problems.add(new TemplateProblem(part, 1, 1, "too-long", List.of(String.valueOf(longest))));
        }
    }

    /** A part of the text in which each merge field has become one character, and where that came from. */
    private static final class Source {

        private final Part part;
        private final TemplateKind kind;
        private final String original;
        private final String withHoles;
        private final List<TemplateProblem> problems;
        private final List<Integer> origins = new ArrayList<>();

        Source(Part part, TemplateKind kind, String original, List<TemplateProblem> problems) {
            this.part = part;
            this.kind = kind;
            this.original = original;
            this.problems = problems;
            this.withHoles = dig();
        }

        private String dig() {
            var result = new StringBuilder();
            Matcher matcher = FIELD.matcher(original);
            int end = 0;
            while (matcher.find()) {
                copy(end, matcher.start(), result);
                String name = matcher.group(1).strip();
                MergeField field =
                        MergeField.named(name).filter(kind.fields()::contains).orElse(null);
                if (field == null) {
                    rejectField(matcher.start(), name);
                }
                result.append(field == null ? SOMETHING : MergeText.holeFor(field));
                origins.add(matcher.start());
                end = matcher.end();
            }
            copy(end, original.length(), result);
            return result.toString();
        }

        private void rejectField(int index, String name) {
            Optional<String> similar = closest(name);
            if (name.isEmpty()) {
                reject(index, "field-empty");
            } else if (similar.isPresent()) {
                reject(index, "field-similar", name, similar.get());
            } else {
                reject(index, "field-unknown", name);
            }
        }

        private void copy(int from, int to, StringBuilder result) {
            Matcher braces = BRACES.matcher(original).region(from, to);
            while (braces.find()) {
                reject(braces.start(), "field-unclosed", braces.group());
            }
            for (int i = from; i < to; i += Character.charCount(original.codePointAt(i))) {
                int character = original.codePointAt(i);
                if (isText(character)) {
                    result.appendCodePoint(character);
                    origins.addAll(Collections.nCopies(Character.charCount(character), i));
                } else {
                    reject(i, "character", Typeface.describe(character));
                }
            }
        }

        private boolean isText(int character) {
            if (part == BODY && (character == '\n' || character == '\t')) {
                return true;
            }
            int type = Character.getType(character);
            return type != Character.PRIVATE_USE
                    && type != Character.CONTROL
                    && (kind.channel() == Channel.MAIL || Typeface.SANS.prints(character));
        }

        void rejectAt(Node node, String code, String... arguments) {
            var spans = node.getSourceSpans();
            int index = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
            reject(index < origins.size() ? origins.get(index) : 0, code, arguments);
        }

        private void reject(int index, String code, String... arguments) {
            String before = original.substring(0, index);
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            int column = index - before.lastIndexOf('\n');
            problems.add(new TemplateProblem(part, line, column, code, List.of(arguments)));
        }

        private Optional<String> closest(String name) {
            return kind.fields().stream()
                    .map(MergeField::fieldName)
                    .min(Comparator.comparingInt(known -> distance(name, known)))
                    .filter(known -> distance(name, known) <= FARTHEST_SUGGESTION);
        }

        /** Levenshtein's: how many letters to add, drop or replace. */
        private static int distance(String one, String other) {
            int[] row = new int[other.length() + 1];
            for (int j = 0; j <= other.length(); j++) {
                row[j] = j;
            }
            for (int i = 1; i <= one.length(); i++) {
                int diagonal = row[0];
                row[0] = i;
                for (int j = 1; j <= other.length(); j++) {
                    boolean same =
                            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                    int replaced = diagonal + (same ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
                }
            }
            return row[other.length()];
        }
    }

    /** Refuses what a letter can't show or a mail shouldn't: HTML, images, links to other places than the web and mail. */
    private static final class Guard extends AbstractVisitor {

        private final Source source;

        Guard(Source source) {
            this.source = source;
        }

        @Override
        public void visit(HtmlBlock block) {
            source.rejectAt(block, "html");
        }

        @Override
        public void visit(HtmlInline inline) {
            source.rejectAt(inline, "html");
        }

        @Override
        public void visit(Image image) {
            source.rejectAt(image, "image");
        }

        @Override
        public void visit(Link link) {
            if (ADDRESS.matcher(link.getDestination()).matches() || MergeText.isAddress(link.getDestination())) {
                link.setDestination(MergeText.asAddress(link.getDestination()));
            } else {
                source.rejectAt(link, "link", link.getDestination());
            }
            visitChildren(link);
        }
    }

    /** Numbers headings by their depth below the subject, which is the one of level one: no reader misses a level. */
    private static final class Outline extends AbstractVisitor {

        private final Deque<Integer> above = new ArrayDeque<>();

        @Override
        public void visit(Heading heading) {
            while (!above.isEmpty() && above.peek() >= heading.getLevel()) {
                above.pop();
            }
            above.push(heading.getLevel());
            heading.setLevel(Math.min(6, above.size() + 1));
        }
    }

    /** Puts a link's address behind its text, for readers who can't click. */
    private static final class PrintedLinks extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            String address = link.getDestination();
            String shown = address.toLowerCase(Locale.ROOT).startsWith("mailto:") ? address.substring(7) : address;
            var text = new StringBuilder();
            while (link.getFirstChild() instanceof Node child) {
                if (child instanceof Text part) {
                    text.append(part.getLiteral());
                }
                link.insertBefore(child);
            }
            if (!text.toString().equals(shown)) {
                link.insertBefore(new Text(" (" + MergeText.asAddress(shown) + ")"));
            }
            link.unlink();
        }
    }
}
