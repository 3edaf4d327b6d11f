package io.traject.reexamination.intake;

import io.traject.reexamination.intake.FileError.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Vets a file before anything reads it as a spreadsheet: that it is one, whole and without password, and that it stays
 * small when it is unpacked. Sizes are those that come out, not those that the file declares. It unpacks with the same
 * zip reader and the same XML reader as the reader of spreadsheets, so that the two can't see different things.
 */
final class SpreadsheetGuard {

    static final long MAX_FILE = 25L << 20;
    static final long MAX_UNPACKED = 160L << 20;
    static final int MAX_ENTRIES = 1_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** The stream in which a spreadsheet with a password lies ([MS-OFFCRYPTO] 2.3.4.4). */
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** What the guard says. */
    sealed interface Verdict {}

    /** @param hasStyles whether the workbook has a part with styles */
    record Passed(boolean hasStyles) implements Verdict {}

    record Refused(FileError error) implements Verdict {}

    private SpreadsheetGuard() {}

    /** @throws IOException when the file can't be read from disk */
    static Verdict vet(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            return refused(Code.TOO_LARGE);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (Arrays.equals(start, OLE2)) {
            return refused(containsEncryptedPackage(file) ? Code.ENCRYPTED : Code.NOT_XLSX);
        }
        if (!Arrays.equals(start, ZIP)) {
            return refused(Code.NOT_XLSX);
        }
        try {
            return vetZip(file);
        } catch (XmlScan.TooLargeException tooLarge) {
            return refused(Code.TOO_LARGE);
        } catch (IOException | RuntimeException damaged) {
            // The file lies on our disk and could be opened: what fails now is its content.
            return refused(Code.NOT_XLSX);
        }
    }

    private static Verdict vetZip(Path file) throws IOException {
        // Counts the entries without keeping one; half a million fit in a file of the largest size.
        try (java.util.zip.ZipFile directory = new java.util.zip.ZipFile(file.toFile())) {
            if (directory.size() > MAX_ENTRIES) {
                return refused(Code.TOO_LARGE);
            }
        }
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (!areUnambiguous(entries)) {
                return refused(Code.NOT_XLSX);
            }
            if (entries.stream().anyMatch(entry -> entry.getSize() > MAX_UNPACKED)) {
                return refused(Code.TOO_LARGE);
            }
            XmlScan scan = new XmlScan(MAX_UNPACKED);
            for (ZipArchiveEntry entry : entries) {
                vet(zip, entry, scan);
            }
            return scan.isSpreadsheet() ? new Passed(scan.hasStyles()) : refused(Code.NOT_XLSX);
        }
    }

    private static boolean areUnambiguous(List<ZipArchiveEntry> entries) {
        Set<String> names = new HashSet<>();
        return entries.stream()
                .allMatch(entry -> names.add(entry.getName())
                        && !entry.getGeneralPurposeBit().usesEncryption()
                        && (entry.getMethod() == ZipArchiveEntry.STORED
                                || entry.getMethod() == ZipArchiveEntry.DEFLATED));
    }

    private static void vet(ZipFile zip, ZipArchiveEntry entry, XmlScan scan) throws IOException {
        try (CheckedInputStream content = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            scan.scan(entry.getName(), content);
            if (content.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("checksum");
            }
        }
    }

    private static boolean containsEncryptedPackage(Path file) throws IOException {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return content.contains(new String(ENCRYPTED_PACKAGE, StandardCharsets.ISO_8859_1));
    }

    private static Refused refused(Code code) {
        return new Refused(
                code == Code.TOO_LARGE ? FileError.of(code, Long.toString(MAX_FILE >> 20)) : FileError.of(code));
    }
}
