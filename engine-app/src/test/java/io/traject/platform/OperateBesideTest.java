package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.broker.BrokerPorts;
import io.traject.broker.BrokerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** What Operate may do to the platform: nothing. The real one is in {@code OperateProof}. */
class OperateBesideTest {

    @TempDir
    Path home;

    private DataFolder folder;

    @BeforeEach
    void openFolder() {
        folder = DataFolder.open(home.resolve("data"), 0, DataSize.ofMegabytes(1));
    }

    @AfterEach
    void closeFolder() {
        folder.close();
    }

    @Test
    void shouldDoNothingUnlessAskedFor() {
        OperateBeside operate = OperateBeside.notAsked();

        assertThat(operate.children()).isEmpty();
        assertThat(operate.address()).isEmpty();
        assertThat(operate.lines()).isEmpty();
        assertThat(operate.feedFrom(broker()).build().exporters()).isEmpty();
    }

    @Test
    void shouldSayThatTheStoreWasNotFetchedAndGoOnWithoutIt() {
        OperateBeside operate = OperateBeside.asked(folder, settings(0), BrokerPorts.free());

        assertThat(operate.children()).isEmpty();
        assertThat(operate.feedFrom(broker()).build().exporters()).isEmpty();
        assertThat(operate.lines())
                .singleElement()
                .asString()
                .startsWith("Operate is not started: its store is not in")
                .contains("TRAJECT_OPERATE=true");
    }

    @Test
    void shouldGoOnWithoutOperateWhenItsPortIsInUse() throws IOException {
        fetch();
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OperateBeside operate = OperateBeside.asked(folder, settings(busy.getLocalPort()), BrokerPorts.free());

            assertThat(operate.children()).isEmpty();
            assertThat(operate.lines()).singleElement().asString().contains("TRAJECT_OPERATE_PORT");
        }
    }

    @Test
    void shouldStayReadyWhileTheStoreFailsAndTryItAgain() throws IOException {
        fetch(); // Folders with nothing in them: the store's program ends at once.
        OperateBeside operate = OperateBeside.asked(folder, settings(0), BrokerPorts.free());
        EmbeddedPlatform platform = mock(EmbeddedPlatform.class);
        when(platform.children()).thenReturn(List.of());
        when(platform.operate()).thenReturn(operate);
        try {
            operate.start();

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> operate.children().getFirst().restarts() >= 2);
            assertThat(operate.children().getFirst().state()).isEqualTo(Supervisor.State.STARTING);
            assertThat(status(platform)).isEqualTo(Status.UP);
            assertThat(new PlatformConfiguration()
                            .platformChildren(provider(platform))
                            .all())
                    .extracting(PlatformChildren.ChildStatus::name, PlatformChildren.ChildStatus::needed)
                    .containsExactly(tuple("OpenSearch", false), tuple("Operate", false));
        } finally {
            operate.stop();
        }
        assertThat(operate.children()).allMatch(child -> child.state() == Supervisor.State.STOPPED);
    }

    @Test
    void shouldFeedTheStoreBesideWhateverElseIsExported() throws IOException {
        fetch();
        OperateBeside operate = OperateBeside.asked(folder, settings(0), BrokerPorts.free());

        assertThat(operate.feedFrom(broker()).build().exporters())
                .singleElement()
                .satisfies(
                        exporter -> assertThat(exporter.className()).isEqualTo("io.traject.progress.DetachedExporter"));
        assertThat(operate.lines())
                .singleElement()
                .asString()
                .startsWith("Operate is at " + operate.address().orElseThrow());
        assertThat(Files.readString(home.resolve("data/secrets/operate"))).hasSizeGreaterThan(40);
    }

    @Test
    void shouldLeadAdministratorsOfTheInstallationToTheVeryInstance() {
        Authorization administrator = mock(Authorization.class);
        when(administrator.mayForInstallation(Permission.OPERATIONS)).thenReturn(true);

        assertThat(new OperatePages("http://localhost:1/operate", administrator).instance(2251799813685249L))
                .contains(URI.create("http://localhost:1/operate/processes/2251799813685249"));
        assertThat(new OperatePages("", administrator).instance(1)).isEmpty();
        assertThat(new OperatePages("http://localhost:1/operate", mock(Authorization.class)).instance(1))
                .isEmpty();
    }

    private Status status(EmbeddedPlatform platform) {
        return new PlatformConfiguration()
                .platformHealthIndicator(provider(platform))
                .health()
                .getStatus();
    }

    private static ObjectProvider<EmbeddedPlatform> provider(EmbeddedPlatform platform) {
        @SuppressWarnings("unchecked")
        ObjectProvider<EmbeddedPlatform> provider = mock(ObjectProvider.class);
        when(provider.stream()).thenAnswer(call -> List.of(platform).stream());
        return provider;
    }

    private void fetch() throws IOException {
        Files.createDirectories(home.resolve("opensearch/lib"));
        Files.createDirectories(home.resolve("opensearch/classes"));
    }

    private PlatformSettings settings(int operatePort) {
        MockEnvironment environment = new MockEnvironment();
        Map.of(
                        "traject.platform.camunda-home",
                        home.resolve("camunda").toString(),
                        "traject.platform.opensearch-home",
                        home.resolve("opensearch").toString(),
                        "traject.platform.operate-port",
                        Integer.toString(operatePort))
                .forEach(environment::setProperty);
        return PlatformSettings.of(environment);
    }

    private BrokerSettings.Builder broker() {
        return BrokerSettings.builder(home.resolve("camunda"), home.resolve("engine"));
    }
}
