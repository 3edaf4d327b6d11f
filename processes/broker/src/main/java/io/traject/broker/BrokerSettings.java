package io.traject.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a broker is started with.
 *
 * @param camundaHome the unpacked distribution
 * @param dataDirectory belongs to one broker: its data, log, temporary files and the mark by which an orphan is known
 * @param java the executable of a JDK that is at least the one this module was compiled for
 * @param javaOptions options of that JDK, beside those that every broker gets
 * @param controlledClock whether {@link Broker#clock()} may move the engine's time
 * @param extraClasspath folders and jars that come before the distribution's own, for exporters
 * @param logFile kept at 10 MB with five older ones; what the JVM itself says goes beside it, with suffix {@code .out}
 */
public record BrokerSettings(
        Path camundaHome,
        Path dataDirectory,
        Path java,
        List<String> javaOptions,
        BrokerPorts ports,
        int heapMegabytes,
        boolean controlledClock,
        List<ExporterSetting> exporters,
        List<Path> extraClasspath,
        Path logFile,
        ClusterSettings cluster) {

    public BrokerSettings {
        javaOptions = List.copyOf(javaOptions);
        exporters = List.copyOf(exporters);
        extraClasspath = List.copyOf(extraClasspath);
    }

    public static Builder builder(Path camundaHome, Path dataDirectory) {
        return new Builder(camundaHome, dataDirectory);
    }

    /**
     * Free ports, a small heap, a clock that can be moved; the distribution is the one that the build unpacked, and the JDK
     * compiles as that of the tests does.
     */
    public static BrokerSettings forTests(Path dataDirectory) {
        String camundaHome = System.getProperty("traject.platform.camunda-home");
        if (camundaHome == null) {
            throw new BrokerStartException(
                    "The system property traject.platform.camunda-home must name the unpacked Camunda distribution.");
        }
        return builder(Path.of(camundaHome), dataDirectory)
                .controlledClock(true)
                .heapMegabytes(384)
                .javaOptions(System.getProperty("traject.test.jit", "").lines().toList())
                .build();
    }

    public Builder toBuilder() {
        var builder = new Builder(camundaHome, dataDirectory)
                .java(java)
                .javaOptions(javaOptions)
                .ports(ports)
                .heapMegabytes(heapMegabytes)
                .controlledClock(controlledClock)
                .logFile(logFile)
                .cluster(cluster);
        exporters.forEach(builder::exporter);
        extraClasspath.forEach(builder::classpath);
        return builder;
    }

    public static final class Builder {

        private final Path camundaHome;
        private final Path dataDirectory;
        private final List<ExporterSetting> exporters = new ArrayList<>();
        private final List<Path> extraClasspath = new ArrayList<>();
        private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        private List<String> javaOptions = List.of();
        private BrokerPorts ports = BrokerPorts.free();
        private int heapMegabytes = 512;
        private boolean controlledClock;
        private Path logFile;
        private ClusterSettings cluster = ClusterSettings.single();

        private Builder(Path camundaHome, Path dataDirectory) {
            this.camundaHome = camundaHome.toAbsolutePath().normalize();
            this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
            this.logFile = this.dataDirectory.resolve("broker.log");
        }

        public Builder java(Path executable) {
            this.java = executable;
            return this;
        }

        public Builder javaOptions(List<String> options) {
            this.javaOptions = options;
            return this;
        }

        public Builder ports(BrokerPorts thePorts) {
            this.ports = thePorts;
            return this;
        }

        public Builder heapMegabytes(int megabytes) {
            this.heapMegabytes = megabytes;
            return this;
        }

        public Builder controlledClock(boolean controlled) {
            this.controlledClock = controlled;
            return this;
        }

        public Builder exporter(ExporterSetting exporter) {
            exporters.add(exporter);
            return this;
        }

        public Builder classpath(Path folderOrJar) {
            extraClasspath.add(folderOrJar.toAbsolutePath().normalize());
            return this;
        }

        /** Puts the folder or jar that the class was loaded from on the broker's classpath. */
        public Builder classpathOf(Class<?> type) {
            return classpath(ClassLocation.of(type, dataDirectory.resolve("lib")));
        }

        public Builder logFile(Path file) {
            this.logFile = file.toAbsolutePath().normalize();
            return this;
        }

        public Builder cluster(ClusterSettings theCluster) {
            this.cluster = theCluster;
            return this;
        }

        public BrokerSettings build() {
            return new BrokerSettings(
                    camundaHome,
                    dataDirectory,
                    java,
                    javaOptions,
                    ports,
                    heapMegabytes,
                    controlledClock,
                    exporters,
                    extraClasspath,
                    logFile,
                    cluster);
        }
    }
}
