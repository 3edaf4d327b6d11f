package io.traject.reexamination.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts of a spreadsheet without keeping anything, and stops at what would make fastexcel, which reads
 * it next, take all memory or time: it keeps every shared string and fills their list up to the highest index that a
 * cell names, makes a list as long as a row's last column, rewrites a shared formula for every cell that uses it, and
 * compares cells with every array formula. Every part is scanned, whatever its name, as far as it is XML.
 */
final class XmlScan {

    /** The parts would need more memory or time than a sheet of residents ever does. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final String SPREADSHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    private static final int MAX_DEPTH = 256;
    private static final int MAX_NAMES = 2_000;
    private static final int MAX_ATTRIBUTES = 200;
    /** Bytes between two events of the parser, and characters in one text. */
    private static final int MAX_PIECE = 1 << 20;

    private static final long MAX_CHARACTERS = 48L << 20;
    private static final int MAX_STRINGS = 1_000_000;
    private static final int MAX_COLUMNS = 16_384;
    private static final long MAX_SLOTS = 1_000_000_000;
    private static final int MAX_ARRAY_FORMULAS = 500;
    private static final long MAX_FORMULA_WORK = 300_000_000;

    private final XMLInputFactory factory = new InputFactoryImpl();
    private final Set<String> names = new HashSet<>();
    private long unpackedLeft;
    private long pieceLeft;

    private boolean spreadsheet;
    private boolean styles;

    private long characters;
    private int strings;
    private int widestRow;
    private int columns;
    private long slots;
    private int arrayFormulas;
    private int longestText;
    private long formulaWork;

    XmlScan(long maxUnpacked) {
        unpackedLeft = maxUnpacked;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    boolean isSpreadsheet() {
        return spreadsheet;
    }

    boolean hasStyles() {
        return styles;
    }

    /**
     * Reads a part to its end.
     *
     * @throws ZipException when it is damaged or declares a document type
     */
    void scan(String name, InputStream part) throws IOException {
        Counted counted = new Counted(part);
        try {
            scan(factory.createXMLStreamReader(counted));
        } catch (XMLStreamException | RuntimeException e) {
            // The parser wraps what the stream throws, in several ways.
            if (counted.failure != null) {
                throw counted.failure;
            }
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                throw new ZipException("not XML");
            }
        }
        pieceLeft = Long.MAX_VALUE;
        counted.transferTo(OutputStream.nullOutputStream());
    }

    private void scan(XMLStreamReader xml) throws XMLStreamException, IOException {
        int depth = 0;
        int cellDepth = Integer.MAX_VALUE;
        boolean sharedString = false;
        long stringIndex = 0;
        int textLength = 0;
        while (xml.hasNext()) {
            pieceLeft = MAX_PIECE;
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    refuseIf(++depth > MAX_DEPTH);
                    textLength = 0;
                    nameAttributes(xml);
                    String element = xml.getLocalName();
                    switch (element) {
                        case "c" -> {
                            if (depth > cellDepth) {
                                throw new ZipException("cell in a cell");
                            }
                            cellDepth = depth;
                            sharedString = "s".equals(xml.getAttributeValue(null, "t"));
                            stringIndex = 0;
                            cell(xml.getAttributeValue(null, "r"));
                        }
                        case "v", "t", "is" -> {}
                        case "row" -> row();
                        case "f" -> formula(xml.getAttributeValue(null, "t"));
                        case "si" -> refuseIf(++strings > MAX_STRINGS);
                        default -> {
                            name(element);
                            contentType(xml.getAttributeValue(null, "ContentType"));
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == cellDepth) {
                        cellDepth = Integer.MAX_VALUE;
                        sharedString = false;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int length = xml.getTextLength();
                    textLength += length;
                    characters += length;
                    longestText = Math.max(longestText, textLength);
                    refuseIf(textLength > MAX_PIECE || characters > MAX_CHARACTERS);
                    if (sharedString) {
                        stringIndex = digits(stringIndex, xml);
                        refuseIf(stringIndex > MAX_STRINGS);
                    }
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> name(xml.getPITarget());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new ZipException("document type");
                default -> {}
            }
        }
    }

    /** The parser keeps every name that it has met. */
    private void name(String name) throws TooLargeException {
        refuseIf(names.add(name) && names.size() > MAX_NAMES);
    }

    private void nameAttributes(XMLStreamReader xml) throws TooLargeException {
        int count = xml.getAttributeCount();
        refuseIf(count > MAX_ATTRIBUTES);
        for (int i = 0; i < count; i++) {
            String attribute = xml.getAttributeLocalName(i);
            switch (attribute) {
                case "r", "s", "t" -> {}
                default -> name(attribute);
            }
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            name(prefix == null ? "" : prefix);
        }
    }

    private void contentType(@Nullable String type) {
        spreadsheet |= SPREADSHEET.equals(type);
        styles |= STYLES.equals(type);
    }

    private void row() throws TooLargeException {
        columns = 0;
        slots += widestRow;
        refuseIf(slots > MAX_SLOTS);
    }

    private void cell(@Nullable String reference) throws IOException {
        int column = reference == null ? columns + 1 : column(reference);
        if (column > MAX_COLUMNS) {
            throw new ZipException("column");
        }
        slots += Math.max(0, column - columns);
        refuseIf(slots > MAX_SLOTS);
        columns = column;
        widestRow = Math.max(widestRow, column);
    }

    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MAX_COLUMNS; i++) {
            int letter = reference.charAt(i) | 0x20;
            if (letter < 'a' || letter > 'z') {
                break;
            }
            column = column * 26 + letter - 'a' + 1;
        }
        return column;
    }

    private void formula(@Nullable String type) throws TooLargeException {
        if ("array".equals(type)) {
            refuseIf(++arrayFormulas > MAX_ARRAY_FORMULAS);
        } else if ("shared".equals(type)) {
            formulaWork += longestText;
            refuseIf(formulaWork > MAX_FORMULA_WORK);
        }
    }

    private static long digits(long number, XMLStreamReader xml) {
        char[] text = xml.getTextCharacters();
        int start = xml.getTextStart();
        long result = number;
        for (int i = start; i < start + xml.getTextLength() && result <= MAX_STRINGS; i++) {
            int digit = Character.digit(text[i], 10);
            result = digit < 0 ? result : result * 10 + digit;
        }
        return result;
    }

    private static void refuseIf(boolean tooLarge) throws TooLargeException {
        if (tooLarge) {
            throw new TooLargeException();
        }
    }

    /** Counts what really comes out of the zip. */
    private final class Counted extends FilterInputStream {

        private @Nullable IOException failure;

        Counted(InputStream in) {
            super(in);
            pieceLeft = MAX_PIECE;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                unpackedLeft -= Math.max(read, 0);
                pieceLeft -= Math.max(read, 0);
                refuseIf(unpackedLeft < 0 || pieceLeft < 0);
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
