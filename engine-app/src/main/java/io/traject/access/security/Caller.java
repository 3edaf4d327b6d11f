package io.traject.access.security;

import io.traject.access.events.Origin;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who knocks at the door, before it is known who it is.
 *
 * @param device the secret of the browser's cookie; empty for none
 */
record Caller(Origin origin, String device) {

    static final Caller UNKNOWN = new Caller(Origin.NOWHERE, "");

    static Caller of(HttpServletRequest request) {
        return new Caller(Origin.of(request), DeviceCookie.of(request));
    }

    @Override
    public String toString() {
        return "Caller[***]";
    }
}
