package io.traject.organisation.parameters;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.Node;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a parameter to an organisation or an employer: switched off, so that nothing changes yet. */
@Component
public class AddParameter {

    private final ParameterSettings settings;
    private final ParameterCatalogue catalogue;
    private final ParameterRegister register;
    private final ParameterHistory history;

    AddParameter(
            ParameterSettings settings,
            ParameterCatalogue catalogue,
            ParameterRegister register,
            ParameterHistory history) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.register = register;
        this.history = history;
    }

    /**
     * Refused with {@code parameter-added-before}.
     *
     * @throws NotFoundException when there is no such parameter, or it can't differ by employer
     */
    @Transactional
    public Outcome<ParameterSetting> add(UUID node, String code) {
        Node owner = register.require(node);
        Parameter<?> parameter = catalogue
                .find(code)
                .filter(found -> ParameterRegister.mayStandAt(owner, found))
                .orElseThrow(NotFoundException::new);
        if (settings.findByNodeIdAndCode(node, code).isPresent()) {
            return Outcome.refused("parameter-added-before", code);
        }
        ParameterSetting setting = settings.saveAndFlush(ParameterSetting.add(owner, parameter));
        history.add(setting, ParameterChange.Kind.ADDED);
        return Outcome.done(setting);
    }
}
