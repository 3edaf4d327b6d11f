package io.traject.kernel;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes identifiers: UUID version 7 (RFC 9562), so that rows made together lie together in an index. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
