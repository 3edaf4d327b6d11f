package io.traject.organisation.parameters;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The parameters that the rooms declare, by category and code. */
@Component
public class ParameterCatalogue {

    private final Map<String, Parameter<?>> byCode = new LinkedHashMap<>();

    /** @throws IllegalStateException when two rooms declare the same code */
    ParameterCatalogue(ObjectProvider<Parameter<?>> declared) {
        declared.stream()
                .sorted(Comparator.<Parameter<?>, String>comparing(Parameter::category)
                        .thenComparing(Parameter::code))
                .forEach(parameter -> {
                    if (byCode.put(parameter.code(), parameter) != null) {
                        throw new IllegalStateException("declared twice: " + parameter.code());
                    }
                });
    }

    public Collection<Parameter<?>> all() {
        return byCode.values();
    }

    public Optional<Parameter<?>> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
