package io.traject.broker;

import java.util.Locale;
import java.util.Map;

/**
 * An exporter that the broker is to run. Its class must be on the broker's classpath
 * ({@link BrokerSettings#extraClasspath()}).
 *
 * @param id lower-case letters and digits; the broker keeps the exporter's position under it
 * @param arguments by name; the broker hands the names over in lower case
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
        arguments.forEach((name, value) -> environment.put(prefix + "_ARGS_" + name.toUpperCase(Locale.ROOT), value));
    }

    /** Arguments may be secret. */
    @Override
    public String toString() {
        return "ExporterSetting[" + id + ", " + className + ", " + arguments.keySet() + "]";
    }
}
