package io.traject.cases;

import io.traject.cases.documents.DocumentType;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * A file for the case that has been looked at; {@link ExamineDocuments} makes them.
 *
 * @param fileName for display and as proposal at download: without folders and characters that deceive the eye, with the
 *     ending that belongs to its type
 */
record NewDocument(String fileName, DocumentType type, long size, InputStreamSource content) {

    /** The longest file name that is kept; a longer one loses its middle. */
    private static final int LONGEST_NAME = 120;

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

    /** Control, format (such as right-to-left marks), private and unassigned characters, and those that systems forbid. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]+");

    private static final Pattern OUTER = Pattern.compile("^[\\s.]+|[\\s.]+$");

    static NewDocument of(ReceivedDocument received, DocumentType type) {
        return new NewDocument(type.named(safeName(received.claimedName())), type, received.size(), received.content());
    }

    static String safeName(String claimed) {
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
}
