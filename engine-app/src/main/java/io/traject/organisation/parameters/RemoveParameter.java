package io.traject.organisation.parameters;

import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a parameter away again; its history stays. What held before it was added holds again. */
@Component
public class RemoveParameter {

    private final ParameterSettings settings;
    private final ParameterRegister register;
    private final ParameterHistory history;

    RemoveParameter(ParameterSettings settings, ParameterRegister register, ParameterHistory history) {
        this.settings = settings;
        this.register = register;
        this.history = history;
    }

    /** @throws NotFoundException when it was not added there */
    @Transactional
    public void remove(UUID node, String code) {
        register.require(node);
        ParameterSetting setting = settings.findByNodeIdAndCode(node, code).orElseThrow(NotFoundException::new);
        settings.delete(setting);
        history.add(setting, ParameterChange.Kind.REMOVED);
    }
}
