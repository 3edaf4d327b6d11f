package io.traject.organisation.parameters;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.parameters.ParameterChange.Kind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches a parameter on or off and gives it a value. What reads it heeds that from then on. */
@Component
public class SetParameter {

    private final ParameterSettings settings;
    private final ParameterCatalogue catalogue;
    private final ParameterRegister register;
    private final ParameterHistory history;

    SetParameter(
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
     * Refused with {@code parameter-value-invalid}.
     *
     * @param typed the value as it was typed
     * @param version that the change started from
     * @throws NotFoundException when it was not added there
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<ParameterSetting> set(UUID node, String code, boolean on, String typed, long version) {
        register.require(node);
        Parameter<?> parameter = catalogue.find(code).orElseThrow(NotFoundException::new);
        ParameterSetting setting = settings.findByNodeIdAndCode(node, code).orElseThrow(NotFoundException::new);
        if (setting.version() != version) {
            throw new ObjectOptimisticLockingFailureException(ParameterSetting.class, code);
        }
        Optional<String> value = stored(parameter, typed);
        if (value.isEmpty()) {
            return Outcome.refused("parameter-value-invalid", code);
        }
        if (on != setting.enabled() || !value.get().equals(setting.value())) {
            Kind kind = on == setting.enabled() ? Kind.CHANGED : on ? Kind.SWITCHED_ON : Kind.SWITCHED_OFF;
            setting.set(on, value.get());
            history.add(settings.saveAndFlush(setting), kind);
        }
        return Outcome.done(setting);
    }

    private static <T> Optional<String> stored(Parameter<T> parameter, String typed) {
        return parameter.type().parse(typed).map(parameter.type()::text);
    }
}
