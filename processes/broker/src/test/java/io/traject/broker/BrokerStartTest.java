package io.traject.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerStartTest {

    @TempDir
    Path directory;

    @Test
    void shouldSayWhichPortIsBusy() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new BrokerPorts(0, taken.getLocalPort(), 0, 0, 0);
            assertThatThrownBy(() -> Broker.start(settings().ports(ports).build()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessage(
                            "Port %d, meant as the REST port of the Camunda broker, is in use by another program. Stop that program, or set another port (0 chooses a free one).",
                            taken.getLocalPort());
        }
    }

    @Test
    void shouldSayThatTheDistributionIsMissing() {
        var settings =
                BrokerSettings.builder(directory.resolve("nothing"), directory).build();
        assertThatThrownBy(() -> Broker.start(settings))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageStartingWith("There is no Camunda distribution in " + directory.resolve("nothing"));
    }

    @Test
    void shouldSayThatTheJdkIsMissing() {
        var settings = settings().java(directory.resolve("jdk/bin/java")).build();
        assertThatThrownBy(() -> Broker.start(settings))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageStartingWith("There is no Java at " + directory.resolve("jdk/bin/java"));
    }

    @Test
    void shouldSayWhyTheBrokerEndedBeforeItWasReady() {
        try (var broker = Broker.start(settings().heapMegabytes(1).build())) {
            assertThatThrownBy(() -> broker.awaitReady(Duration.ofSeconds(60)))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("ended with exit code 1 before it was ready")
                    .hasMessageContaining("heap");
        }
    }

    @Test
    void shouldInheritNothingFromItsEnvironment() {
        var command = new BrokerCommand(
                settings()
                        .exporter(new ExporterSetting("progress", "a.b.C", Map.of("url", "jdbc:x")))
                        .build(),
                new BrokerPorts(1, 2, 3, 4, 5));

        assertThat(command.environment())
                .containsEntry("SERVER_PORT", "2")
                .containsEntry("ZEEBE_BROKER_EXPORTERS_PROGRESS_CLASSNAME", "a.b.C")
                .containsEntry("ZEEBE_BROKER_EXPORTERS_PROGRESS_ARGS_URL", "jdbc:x")
                .doesNotContainKey("PATH");
    }

    @Test
    void shouldKeepAnExportersPasswordOutOfWhatCamundaLogs() {
        var exporter = new ExporterSetting("progress", "a.b.C", Map.of("password", "secret"));
        var environment = new HashMap<String, String>();

        exporter.addTo(environment);

        assertThat(exporter.toString()).doesNotContain("secret");
        assertThat(environment)
                .containsEntry(
                        "ZEEBE_BROKER_EXPORTERS_PROGRESS_ARGS_PASSWORD", "env:TRAJECT_EXPORTER_PROGRESS_PASSWORD")
                .containsEntry("TRAJECT_EXPORTER_PROGRESS_PASSWORD", "secret");
    }

    @Test
    void shouldCopyAClassesJarOutOfABootJar() throws IOException {
        Path bootJar = directory.resolve("the app.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bootJar))) {
            zip.putNextEntry(new ZipEntry("BOOT-INF/lib/broker.jar"));
            zip.write(new byte[] {1, 2, 3});
        }
        String location = "jar:nested:" + bootJar.toUri().getRawPath() + "/!BOOT-INF/lib/broker.jar!/";

        Path jar = ClassLocation.of(location, directory.resolve("lib"));

        assertThat(jar).isEqualTo(directory.resolve("lib/broker.jar")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    private BrokerSettings.Builder settings() {
        return BrokerSettings.forTests(directory).toBuilder();
    }
}
