package io.traject.platform;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.EnginePages;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Operate, for the installation's administrators: it shows the processes of all municipalities. */
@Component
class OperatePages implements EnginePages {

    private final String address;
    private final Authorization authorization;

    /** @param address where Operate is, without a slash at its end; empty when there is none */
    OperatePages(@Value("${traject.operate-url:}") String address, Authorization authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    @Override
    public Optional<URI> instance(long processInstanceKey) {
        return StringUtils.hasText(address) && authorization.mayForInstallation(Permission.OPERATIONS)
                ? Optional.of(URI.create(address + "/processes/" + processInstanceKey))
                : Optional.empty();
    }
}
