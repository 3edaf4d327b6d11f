package io.traject.communication;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Single letters in a ZIP, written as they come. Names are those of {@link FileNames}: no folders, no personal data. */
final class LettersZip implements Closeable {

    private final ZipOutputStream zip;
    private final Map<String, Integer> uses = new HashMap<>();

    LettersZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void add(String fileName, byte[] letter) throws IOException {
        zip.putNextEntry(new ZipEntry(unique(FileNames.safe(fileName))));
        zip.write(letter);
        zip.closeEntry();
    }

    private String unique(String name) {
        int use = uses.merge(name, 1, Integer::sum);
        return use == 1 ? name : use + "-" + name;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
