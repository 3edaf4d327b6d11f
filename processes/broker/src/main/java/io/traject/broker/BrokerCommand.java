package io.traject.broker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line and the environment of a broker: bounded memory, everything on loopback, nothing inherited. */
record BrokerCommand(BrokerSettings settings, BrokerPorts ports) {

    private static final String LOOPBACK = "127.0.0.1";

    /** The classpath is in the environment: a short line shows the main class wherever processes are listed. */
    List<String> line() {
        Path data = settings.dataDirectory();
        var line = new ArrayList<String>();
        line.add(settings.java().toString());
        line.addAll(settings.javaOptions());
        line.addAll(List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dapp.home=" + data,
                "-Dbasedir=" + settings.camundaHome(),
                "-Djava.io.tmpdir=" + temporaryDirectory(),
                "-Dlog4j2.configurationFile=traject-broker-log4j2.xml",
                "-Dtraject.broker.log=" + settings.logFile(),
                BrokerMain.class.getName()));
        return line;
    }

    Path temporaryDirectory() {
        return settings.dataDirectory().resolve("tmp");
    }

    private String classpath() {
        var entries = new ArrayList<String>();
        entries.add(ClassLocation.of(BrokerMain.class, settings.dataDirectory().resolve("lib"))
                .toString());
        settings.extraClasspath().forEach(entry -> entries.add(entry.toString()));
        entries.add(settings.camundaHome().resolve("config").toString());
        entries.add(settings.camundaHome().resolve("lib") + File.separator + "*");
        return String.join(File.pathSeparator, entries);
    }

    Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("CLASSPATH", classpath());
        addNetwork(environment);
        environment.put(
                "ZEEBE_BROKER_DATA_DIRECTORY",
                settings.dataDirectory().resolve("data").toString());
        environment.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
        environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
        environment.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
        environment.put("ZEEBE_CLOCK_CONTROLLED", Boolean.toString(settings.controlledClock()));
        settings.cluster().addTo(environment);
        settings.exporters().forEach(exporter -> exporter.addTo(environment));
        return environment;
    }

    private void addNetwork(Map<String, String> environment) {
        environment.put("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK);
        environment.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", LOOPBACK);
        environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command()));
        environment.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal()));
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOOPBACK);
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.grpc()));
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("SERVER_PORT", Integer.toString(ports.rest()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management()));
    }
}
