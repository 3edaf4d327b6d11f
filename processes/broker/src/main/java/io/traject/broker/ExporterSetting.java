package io.traject.broker;

import java.util.Locale;
import java.util.Map;

/**
 * An exporter that the broker is to run. Its class must be on the broker's classpath
 * ({@link BrokerSettings#extraClasspath()}).
 *
 * @param id lower-case letters and digits; the broker keeps the exporter's position under it
 * @param arguments by name; the broker hands the names over in lower case. Camunda writes them to its log when it can't
 *     load an exporter, so {@code password} goes by a variable of its own, and the exporter is given {@code env:} with
 *     the variable's name
 */
public record ExporterSetting(String id, String className, Map<String, String> arguments) {

    public ExporterSetting {
        if (!id.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("An exporter's id is lower-case letters and digits, not '" + id + "'");
        }
        arguments = Map.copyOf(arguments);
    }

    void addTo(Map<String, String> environment) {
        String prefix = "ZEEBE_BROKER_EXPORTERS_" + id.toUpperCase(Locale.ROOT);
        environment.put(prefix + "_CLASSNAME", className);
        arguments.forEach((name, value) ->
                environment.put(prefix + "_ARGS_" + name.toUpperCase(Locale.ROOT), hidden(name, value, environment)));
    }

    private String hidden(String name, String value, Map<String, String> environment) {
        if (!name.equals("password")) {
            return value;
        }
        String variable = "TRAJECT_EXPORTER_" + id.toUpperCase(Locale.ROOT) + "_PASSWORD";
        environment.put(variable, value);
        return "env:" + variable;
    }

    /** Without the values, which may be secret. */
    @Override
    public String toString() {
        return "ExporterSetting[" + id + ", " + className + ", " + arguments.keySet() + "]";
    }
}
