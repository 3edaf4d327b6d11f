package io.traject.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who looked at a file, for those who may know; asking is a look too. */
public interface WhoLooked {

    /** A look. */
    record Look(Instant at, String actor, Optional<String> behalf, FilePart part) {}

    /**
     * The latest looks, the newest first; fragment {@code access/who-looked :: panel} shows them.
     *
     * @return empty for who may not read the access log
     */
    Optional<List<Look>> at(PersonalFile file, int atMost);
}
