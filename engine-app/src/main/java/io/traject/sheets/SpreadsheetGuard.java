package io.traject.sheets;

import io.traject.sheets.FileError.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Vets a file before anything is unpacked: that it is a zip, not too large, without password and with a directory that
 * makes sense. What then comes out of the zip is bounded by {@link PartXml}, whatever the directory declares.
 */
final class SpreadsheetGuard {

    static final long MAX_FILE = 25L << 20;
    static final long MAX_UNPACKED = 160L << 20;
    private static final int MAX_ENTRIES = 1_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** The stream in which a spreadsheet with a password lies ([MS-OFFCRYPTO] 2.3.4.4). */
    private static final String ENCRYPTED_PACKAGE =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private SpreadsheetGuard() {}

    /** @throws IOException when the file can't be read from disk */
    static void vet(Path file) throws IOException, UnreadableException {
        if (Files.size(file) > MAX_FILE) {
            throw new UnreadableException(Code.TOO_LARGE);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(ZIP.length);
        }
        if (Arrays.equals(start, OLE2)) {
            boolean encrypted =
                    Files.readString(file, StandardCharsets.ISO_8859_1).contains(ENCRYPTED_PACKAGE);
            throw new UnreadableException(encrypted ? Code.ENCRYPTED : Code.NOT_XLSX);
        }
        if (!Arrays.equals(start, ZIP)) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
    }

    /** @return the entries by name in lower case: programs do not agree on the case of part names */
    static Map<String, ZipEntry> vet(ZipFile zip) throws IOException, UnreadableException {
        if (zip.size() > MAX_ENTRIES) {
            throw new UnreadableException(Code.TOO_LARGE);
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
            ZipEntry entry = all.next();
            if (entry.getSize() > MAX_UNPACKED) {
                throw new UnreadableException(Code.TOO_LARGE);
            }
            if (entries.put(entry.getName().toLowerCase(Locale.ROOT), entry) != null) {
                throw new ZipException("two entries of one name");
            }
        }
        return entries;
    }
}
