package io.traject.testing;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Language;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something in somebody's name. */
public final class Acting {

    private Acting() {}

    public static <T> T asCaseWorker(UUID municipality, Callable<T> work) throws Exception {
        return as(StandardRole.CASE_WORKER, municipality, Reach.whole(municipality), work);
    }

    public static <T> T as(StandardRole role, UUID organisation, Reach reach, Callable<T> work) throws Exception {
        UUID id = UUID.randomUUID();
        var actor = new Actor(
                id,
                "worker-" + id,
                "Case worker",
                Actor.Kind.USER,
                Optional.of(organisation),
                role.permissions(),
                reach,
                Language.NL);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ActorAuthentication(actor));
        SecurityContextHolder.setContext(context);
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
