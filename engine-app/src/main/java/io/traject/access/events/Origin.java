package io.traject.access.events;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.springframework.http.HttpHeaders;

/**
 * Where something came from. What is not known is empty.
 *
 * @param address of the caller
 * @param device browser and system, as the browser names itself
 * @param by who did it, when it was not the user
 */
public record Origin(String address, String device, String by) implements Serializable {

    /** What has no place and nobody in person behind it. */
    public static final Origin NOWHERE = new Origin("", "", "");

    public static Origin of(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), Device.name(request.getHeader(HttpHeaders.USER_AGENT)), "");
    }

    /** Without the place: where an administrator sits is not the user's to know. */
    public static Origin administrator(String displayName) {
        return new Origin("", "", displayName);
    }

    /** Masked: an address is somebody's. */
    @Override
    public String toString() {
        return "Origin[***]";
    }
}
