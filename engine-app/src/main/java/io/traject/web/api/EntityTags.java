package io.traject.web.api;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Optimistic locking over HTTP: the version of a thing is its ETag, and who changes it says in If-Match what was seen. */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller has seen, where the header may be left out.
     *
     * @return empty when any version is right
     * @throws RequestProblemException 412 for a tag that no version has
     */
    public static OptionalLong seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new RequestProblemException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    /**
     * @param ifMatch the header; it must be there
     * @throws RequestProblemException 428 without the header, 412 when the thing has changed since
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RequestProblemException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required");
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
        if (!matches) {
            throw new RequestProblemException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
        }
    }
}
