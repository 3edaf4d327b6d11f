package io.traject.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The one id that a request and all the jobs it causes carry through the log; on an error page it is the reference number.
 * A caller may bring its own in the header; a made one is short enough to be read out over the telephone.
 */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    /** Key in the logging context and name of the request attribute. */
    public static final String KEY = "correlationId";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CorrelationId() {}

    /** The id of this request: the one it has, the one its caller brought if that is well-formed, or a new one. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof String known) {
            return known;
        }
        String brought = request.getHeader(HEADER);
        String id = brought != null && ACCEPTED.matcher(brought).matches() ? brought : next();
        request.setAttribute(KEY, id);
        return id;
    }

    /** Three groups of four, from an alphabet without look-alikes: 58 bits. */
    public static String next() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                id.append('-');
            }
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
