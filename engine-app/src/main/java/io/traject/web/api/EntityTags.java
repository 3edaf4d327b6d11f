package io.traject.web.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Optimistic locking over HTTP: the version of a thing is its ETag, and who changes it says in If-Match what was seen. */
public final class EntityTags {

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
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
