package io.traject.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.traject.sheets.FileError.Code;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a spreadsheet, read forward once. Nothing in it can take much memory: what comes out of the zip is
 * counted, over all parts together and between two tags, and depth, attributes and names are limited. Document types
 * are refused, so no entity is ever followed or expanded.
 */
final class PartXml implements Closeable {

    /** What the parts of one file may take together. */
    static final class Budget {

        private final XMLInputFactory factory = new InputFactoryImpl();
        private final Set<String> names = new HashSet<>();
        private long bytes;

        Budget(long bytes) {
            this.bytes = bytes;
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        }
    }

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ATTRIBUTES = 100;
    /** The parser keeps every name that it has met. */
    private static final int MAX_NAMES = 1_000;
    /** Bytes between two tags; a cell holds at most 32,767 characters. */
    private static final int MAX_PIECE = 1 << 20;

    private final Budget budget;
    private final long checksum;
    private final CheckedInputStream checked;
    private final Counted counted;
    private final XMLStreamReader xml;
    private int depth;
    private boolean atStart;

    PartXml(ZipFile zip, ZipEntry entry, Budget budget) throws IOException, UnreadableException {
        this.budget = budget;
        checksum = entry.getCrc();
        checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        counted = new Counted(checked);
        try {
            xml = budget.factory.createXMLStreamReader(counted);
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable();
        }
    }

    /**
     * Moves to the next start or end of an element.
     *
     * @return false at the end of the part
     */
    boolean next() throws UnreadableException {
        try {
            counted.pieceLeft = MAX_PIECE;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        start();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        atStart = false;
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableException(Code.NOT_XLSX);
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> name(xml.getPITarget());
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable();
        }
    }

    private void start() throws UnreadableException {
        atStart = true;
        int attributes = xml.getAttributeCount();
        if (++depth > MAX_DEPTH || attributes > MAX_ATTRIBUTES) {
            throw new UnreadableException(Code.TOO_LARGE);
        }
        name(xml.getLocalName());
        for (int i = 0; i < attributes; i++) {
            name(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            name(prefix == null ? "" : prefix);
        }
    }

    private void name(String name) throws UnreadableException {
        // There are few names of one letter, and a sheet consists of them.
        if (name.length() > 1 && budget.names.add(name) && budget.names.size() > MAX_NAMES) {
            throw new UnreadableException(Code.TOO_LARGE);
        }
    }

    /** Whether the part stands at the start of an element of this name. */
    boolean isStart(String name) {
        return atStart && name.equals(xml.getLocalName());
    }

    boolean isStart() {
        return atStart;
    }

    /** The name of the element that starts or ends here, without prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** How many elements are open, the one that starts here included and the one that ends here not. */
    int depth() {
        return depth;
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    String attribute(int index) {
        return xml.getAttributeValue(index);
    }

    /** The attribute of this name without prefix, or null. */
    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** The attribute of this name in a namespace, whichever: standard and strict spreadsheets use different ones. */
    @Nullable
    String qualifiedAttribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (name.equals(xml.getAttributeLocalName(i)) && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element that starts here, which has no elements in it; moves to its end. */
    String text() throws UnreadableException {
        try {
            String text = xml.getElementText();
            depth--;
            atStart = false;
            return text;
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** Goes to the end of the part and compares its checksum, since damage may still be well-formed. */
    void finish() throws UnreadableException {
        try {
            counted.pieceLeft = Long.MAX_VALUE;
            counted.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable();
        }
        if (checked.getChecksum().getValue() != checksum) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
    }

    private UnreadableException unreadable() {
        return new UnreadableException(counted.exhausted ? Code.TOO_LARGE : Code.NOT_XLSX);
    }

    @Override
    public void close() throws IOException {
        checked.close();
    }

    /** Counts what really comes out of the zip. */
    private final class Counted extends FilterInputStream {

        private long pieceLeft = MAX_PIECE;
        private boolean exhausted;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            budget.bytes -= Math.max(read, 0);
            pieceLeft -= Math.max(read, 0);
            if (budget.bytes < 0 || pieceLeft < 0) {
                exhausted = true;
                throw new IOException("too large");
            }
            return read;
        }
    }
}
