package io.traject.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses that came from outside and are to be gone to: only ever a path of this application. */
public final class LocalPath {

    private static final String HOME = "/";

    private LocalPath() {}

    /** The path and query of the address, without its scheme and host; the dashboard when it has no such path. */
    public static String orHome(@Nullable String address) {
        if (address == null) {
            return HOME;
        }
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return HOME;
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (URISyntaxException malformed) {
            return HOME;
        }
    }
}
