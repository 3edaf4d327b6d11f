package io.traject.communication;

import java.util.regex.Pattern;

/** Names of files that go out: letters, digits, dots, hyphens and underscores, and never a dot in front. */
final class FileNames {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern LEADING = Pattern.compile("^[._-]+");

    private FileNames() {}

    static String ofLetter(String reference) {
        return safe(reference + ".pdf");
    }

    static String safe(String name) {
        String safe = LEADING.matcher(UNSAFE.matcher(name).replaceAll("-")).replaceFirst("");
        return safe.isEmpty() ? "document" : safe;
    }
}
