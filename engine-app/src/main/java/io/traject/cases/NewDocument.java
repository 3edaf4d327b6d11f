package io.traject.cases;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A file for the case.
 *
 * @param fileName for display and as proposal at download: without folders and characters that deceive the eye
 * @param mediaType as the content itself shows; anything but the usual documents is {@code application/octet-stream}
 */
public record NewDocument(String fileName, String mediaType, byte[] content) {

    /** The longest file name that is kept; a longer one loses its middle. */
    private static final int LONGEST_NAME = 120;

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

    /** Control, format (such as right-to-left marks), private and unassigned characters, and those that systems forbid. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]+");

    private static final Pattern OUTER = Pattern.compile("^[\\s.]+|[\\s.]+$");

    /** A file as it came from outside: neither its name nor the type that came with it is believed. */
    public static NewDocument received(String claimedName, byte[] content) {
        return new NewDocument(safeName(claimedName), mediaType(content), content);
    }

    private static String safeName(String claimed) {
        String name = FOLDERS.matcher(claimed).replaceFirst("");
        name = OUTER.matcher(UNFIT.matcher(name).replaceAll("")).replaceAll("");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            int half = LONGEST_NAME / 2;
            name = name.substring(0, name.offsetByCodePoints(0, half))
                    + "…"
                    + name.substring(name.offsetByCodePoints(name.length(), -half));
        }
        return name.isEmpty() ? "document" : name;
    }

    private static String mediaType(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (start.equals("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        return start.startsWith("\u00ff\u00d8\u00ff") ? "image/jpeg" : "application/octet-stream";
    }
}
