package io.traject.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as REST answers it (RFC 9457).
 *
 * @param type {@code urn:traject:problem:<code>}; stable, what programs go by
 * @param title the kind of problem, in the caller's language
 * @param detail this one, in the caller's language
 * @param instance the path that was called
 * @param correlationId finds the request in the log
 * @param errors of single fields; empty is left out
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String correlationId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {

    private static final String TYPE = "urn:traject:problem:";

    /** What is wrong with one field of the request. */
    public record FieldProblem(String field, String code, String message) {}

    public static String type(String code) {
        return TYPE + code;
    }
}
