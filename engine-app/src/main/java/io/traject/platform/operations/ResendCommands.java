package io.traject.platform.operations;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.workers.engine.EngineCommandQueue;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends failing commands to the engine now instead of at their next attempt. */
@Component
public class ResendCommands {

    private static final Logger log = LoggerFactory.getLogger(ResendCommands.class);

    private final EngineCommandQueue queue;
    private final Authorization authorization;

    ResendCommands(EngineCommandQueue queue, Authorization authorization) {
        this.queue = queue;
        this.authorization = authorization;
    }

    /** @return how many: none if it has been taken meanwhile, or is being sent */
    @Transactional
    public int resend(UUID id) {
        Actor operator = authorization.requireForInstallation(Permission.OPERATIONS);
        int sent = queue.resendNow(id.toString()) ? 1 : 0;
        log.info("User {} sends command {} again", operator.id(), id);
        return sent;
    }

    /** @return how many */
    @Transactional
    public int resendAll() {
        Actor operator = authorization.requireForInstallation(Permission.OPERATIONS);
        int sent = queue.resendAllNow();
        log.info("User {} sends {} failing commands again", operator.id(), sent);
        return sent;
    }
}
