package io.traject.web.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The request itself can't be served as it is; answered as a problem with this code. */
public final class RequestProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final HttpStatus status;
    private final transient List<Object> arguments;

    /** @param code its texts are {@code api.problem.<code>.title} and {@code .detail} */
    public RequestProblemException(HttpStatus status, String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.status = status;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    HttpStatus status() {
        return status;
    }

    List<Object> arguments() {
        return arguments;
    }
}
