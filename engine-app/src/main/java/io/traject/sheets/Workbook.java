package io.traject.sheets;

import io.traject.sheets.FileError.Code;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Office Open XML workbook (ISO/IEC 29500) that its cells need: which sheets there are, the
 * shared strings, and which cell styles show a number as a date. It has a reader of its own, on the parser that fastexcel
 * uses: fastexcel trusts what cells say of indexes, columns and formulas, so that a file of a few kilobytes can take all
 * memory or hours, and vetting every cell before it costs as much as reading them.
 */
public final class Workbook implements Closeable {

    /** The largest file that is read, in bytes. */
    public static final long MAX_FILE = SpreadsheetGuard.MAX_FILE;

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final int MAX_STRINGS = 1_000_000;
    private static final long MAX_STRING_CHARACTERS = 48L << 20;
    /** Literal text, escaped characters, colours and locales in a number format. */
    private static final Pattern NOT_A_PLACEHOLDER = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dDyYjJ]");

    private record Relationship(String type, String part) {}

    private record Sheet(String name, String part, boolean visible) {}

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final PartXml.Budget budget = new PartXml.Budget(SpreadsheetGuard.MAX_UNPACKED);
    private final List<String> strings = new ArrayList<>();
    private final BitSet dateStyles = new BitSet();
    private boolean from1904;
    private final List<Sheet> sheets = new ArrayList<>();

    private Workbook(ZipFile zip) throws IOException, UnreadableException {
        this.zip = zip;
        entries = SpreadsheetGuard.vet(zip);
        String main = mainPart();
        Map<String, Relationship> relationships = relationships(main);
        readMain(main, relationships);
        for (Relationship relationship : relationships.values()) {
            if (relationship.type().endsWith("/sharedStrings")) {
                readStrings(relationship.part());
            } else if (relationship.type().endsWith("/styles")) {
                readStyles(relationship.part());
            }
        }
    }

    public static Workbook open(Path file) throws IOException, UnreadableException {
        SpreadsheetGuard.vet(file);
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new Workbook(zip);
            } catch (IOException | UnreadableException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
    }

    /** The rows of the sheet with this name, otherwise of the first visible one. */
    public SheetRows rows(String name) throws IOException, UnreadableException {
        Sheet sheet = named(name)
                .or(() -> sheets.stream().filter(Sheet::visible).findFirst())
                .or(() -> sheets.stream().findFirst())
                .orElseThrow(() -> new UnreadableException(Code.NOT_XLSX));
        return new SheetRows(part(sheet.part()), this);
    }

    /** The rows of the sheet with this name, if there is one. */
    public Optional<SheetRows> find(String name) throws IOException, UnreadableException {
        Optional<Sheet> sheet = named(name);
        return sheet.isEmpty()
                ? Optional.empty()
                : Optional.of(new SheetRows(part(sheet.get().part()), this));
    }

    private Optional<Sheet> named(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    String string(String index) throws UnreadableException {
        try {
            return strings.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
    }

    boolean isDate(int style) {
        return style >= 0 && dateStyles.get(style);
    }

    boolean from1904() {
        return from1904;
    }

    private PartXml part(String name) throws IOException, UnreadableException {
        ZipEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
        return new PartXml(zip, entry, budget);
    }

    private String mainPart() throws IOException, UnreadableException {
        String main = null;
        try (PartXml types = part("[Content_Types].xml")) {
            while (types.next()) {
                if (types.isStart() && MAIN.equals(types.attribute("ContentType"))) {
                    String name = types.attribute("PartName");
                    main = name == null ? "xl/workbook.xml" : name.substring(name.startsWith("/") ? 1 : 0);
                }
            }
            types.finish();
        }
        if (main == null) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
        return main;
    }

    private Map<String, Relationship> relationships(String main) throws IOException, UnreadableException {
        int name = main.lastIndexOf('/') + 1;
        URI base = URI.create("/" + main);
        Map<String, Relationship> relationships = new HashMap<>();
        try (PartXml part = part(main.substring(0, name) + "_rels/" + main.substring(name) + ".rels")) {
            while (part.next()) {
                if (part.isStart("Relationship") && !"External".equals(part.attribute("TargetMode"))) {
                    String path =
                            base.resolve(required(part.attribute("Target"))).getPath();
                    relationships.put(
                            required(part.attribute("Id")),
                            new Relationship(required(part.attribute("Type")), path.substring(1)));
                }
            }
            part.finish();
        }
        return relationships;
    }

    private void readMain(String main, Map<String, Relationship> relationships)
            throws IOException, UnreadableException {
        try (PartXml part = part(main)) {
            while (part.next()) {
                if (part.isStart("workbookPr")) {
                    String from = part.attribute("date1904");
                    from1904 = "1".equals(from) || "true".equals(from);
                } else if (part.isStart("sheet")) {
                    Relationship found = relationships.get(required(part.qualifiedAttribute("id")));
                    boolean visible = part.attribute("state") == null || "visible".equals(part.attribute("state"));
                    if (found != null && found.type().endsWith("/worksheet")) {
                        String name = part.attribute("name");
                        sheets.add(new Sheet(name == null ? "" : name, found.part(), visible));
                    }
                }
            }
            part.finish();
        }
    }

    private void readStrings(String name) throws IOException, UnreadableException {
        long characters = 0;
        try (PartXml part = part(name)) {
            while (part.next()) {
                if (part.isStart("si")) {
                    String text = Tidy.text(richText(part));
                    characters += text.length();
                    strings.add(text);
                    if (strings.size() > MAX_STRINGS || characters > MAX_STRING_CHARACTERS) {
                        throw new UnreadableException(Code.TOO_LARGE);
                    }
                }
            }
            part.finish();
        }
    }

    /** The text in the element that starts here, its runs put together and without its phonetic aid. */
    static String richText(PartXml part) throws UnreadableException {
        int outside = part.depth() - 1;
        int phonetic = Integer.MAX_VALUE;
        String first = null;
        StringBuilder all = null;
        while (part.next() && part.depth() > outside) {
            if (part.isStart("rPh")) {
                phonetic = Math.min(phonetic, part.depth());
            } else if (part.depth() < phonetic) {
                phonetic = Integer.MAX_VALUE;
                if (part.isStart("t")) {
                    String text = part.text();
                    if (first == null) {
                        first = text;
                    } else {
                        all = (all == null ? new StringBuilder(first) : all).append(text);
                        if (all.length() > MAX_STRING_CHARACTERS) {
                            throw new UnreadableException(Code.TOO_LARGE);
                        }
                    }
                }
            }
        }
        return all != null ? all.toString() : first != null ? first : "";
    }

    private void readStyles(String name) throws IOException, UnreadableException {
        Set<Integer> dateFormats = new HashSet<>();
        boolean inCellFormats = false;
        int style = 0;
        try (PartXml part = part(name)) {
            while (part.next()) {
                switch (part.name()) {
                    case "cellXfs" -> inCellFormats = part.isStart();
                    case "numFmt" -> {
                        if (part.isStart() && isDate(required(part.attribute("formatCode")))) {
                            dateFormats.add(Integer.parseInt(required(part.attribute("numFmtId"))));
                        }
                    }
                    case "xf" -> {
                        if (part.isStart() && inCellFormats) {
                            String format = part.attribute("numFmtId");
                            int id = format == null ? 0 : Integer.parseInt(format);
                            dateStyles.set(style++, isBuiltInDate(id) || dateFormats.contains(id));
                        }
                    }
                    default -> {}
                }
            }
            part.finish();
        }
    }

    /** Dates that need no format code (ISO/IEC 29500-1, 18.8.30), those of East Asian versions included. */
    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }

    private static boolean isDate(String formatCode) {
        return DAY_OR_YEAR
                .matcher(NOT_A_PLACEHOLDER.matcher(formatCode).replaceAll(""))
                .find();
    }

    private static String required(@Nullable String attribute) throws UnreadableException {
        if (attribute == null) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
        return attribute;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
