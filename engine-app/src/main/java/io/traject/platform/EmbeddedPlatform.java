package io.traject.platform;

import io.traject.broker.BrokerPorts;
import io.traject.broker.BrokerSettings;
import io.traject.broker.OrphanBroker;
import io.traject.platform.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * The embedded PostgreSQL and Camunda: started before the application (the engine beside it), stopped after it, the engine
 * first.
 */
final class EmbeddedPlatform implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPlatform.class);

    private static final String DATABASE = "postgresql";
    private static final String ENGINE = "engine";

    private final DataFolder folder;
    private final StartTimes times;
    private final PostgresServer server;
    private final PostgresServer.Settings serverSettings;
    private final BrokerPorts enginePorts;
    private final Supervisor postgres;
    private final Supervisor engine;
    private final OperateBeside operate;
    private volatile @Nullable Throwable engineFailure;

    /**
     * @param rehearsal whether the engine's clock may be moved
     * @param operate whether Operate was asked for
     */
    EmbeddedPlatform(DataFolder folder, PlatformSettings settings, boolean rehearsal, boolean operate, StartTimes times)
            throws InterruptedException {
        this.folder = folder;
        this.times = times;
        Path logs = folder.folder("logs");
        stopOrphans(folder);
        this.serverSettings = serverSettings(folder, Ports.choose(settings.postgresPort(), "TRAJECT_POSTGRES_PORT"));
        this.server = new PostgresServer(serverSettings);
        this.enginePorts = new BrokerPorts(
                Ports.choose(settings.engineGrpcPort(), "TRAJECT_ENGINE_GRPC_PORT"),
                Ports.choose(settings.engineRestPort(), "TRAJECT_ENGINE_REST_PORT"),
                Ports.choose(settings.engineManagementPort(), "TRAJECT_ENGINE_MANAGEMENT_PORT"),
                Ports.choose(settings.engineCommandPort(), "TRAJECT_ENGINE_COMMAND_PORT"),
                Ports.choose(settings.engineInternalPort(), "TRAJECT_ENGINE_INTERNAL_PORT"));
        this.postgres = new Supervisor(server);
        this.operate = operate ? OperateBeside.asked(folder, settings, enginePorts) : OperateBeside.notAsked();
        BrokerSettings.Builder broker = BrokerSettings.builder(settings.camundaHome(), engineFolder())
                .ports(enginePorts)
                .controlledClock(rehearsal)
                .logFile(logs.resolve("camunda.log"));
        this.engine = new Supervisor(new BrokerChild(this.operate
                .feedFrom(ProgressProjection.exporting(
                        broker, server.url(), serverSettings.progressPassword(), folder.installation()))
                .build()));
    }

    /** Stops what a killed run left behind. */
    static void stopOrphans(DataFolder folder) throws InterruptedException {
        OrphanBroker.stop(folder.folder(ENGINE));
        PostgresServer.stopOrphanOn(folder.folder(DATABASE));
    }

    static PostgresServer.Settings serverSettings(DataFolder folder, int port) {
        return new PostgresServer.Settings(
                folder.folder("programs"),
                folder.folder(DATABASE),
                folder.folder("logs").resolve("postgresql.log"),
                port,
                folder.secret("postgresql-superuser"),
                folder.secret("postgresql-traject"),
                folder.secret("postgresql-progress"));
    }

    /**
     * Starts PostgreSQL and waits for it; starts Camunda and does not wait.
     *
     * @throws PlatformFailure when one of them can't be started; nothing is left running then
     */
    void start() throws InterruptedException {
        try {
            startPostgres();
            ProgressProjection.migrate(server.url(), ProgressProjection.ROLE, serverSettings.progressPassword());
            new InstallationCheck(folder.installation(), engineFolder())
                    .run(server.url(), ProgressProjection.ROLE, serverSettings.progressPassword());
            startEngine();
        } catch (RuntimeException | InterruptedException e) {
            destroy();
            throw e;
        }
    }

    /** Where the application finds them, as Spring properties. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", server.url());
        properties.put("spring.datasource.username", "traject");
        properties.put("spring.datasource.password", serverSettings.trajectPassword());
        properties.put("zeebe.grpc.address", "http://127.0.0.1:" + enginePorts.grpc());
        properties.put("zeebe.rest.address", "http://127.0.0.1:" + enginePorts.rest());
        properties.put("zeebe.management.addresses", "http://127.0.0.1:" + enginePorts.management());
        properties.put("traject.workers.engine-id", folder.installation().toString());
        operate.address().ifPresent(address -> properties.put("traject.operate-url", address.toString()));
        return properties;
    }

    DataFolder folder() {
        return folder;
    }

    /** Without whom nothing goes. */
    List<Supervisor> children() {
        return List.of(postgres, engine);
    }

    OperateBeside operate() {
        return operate;
    }

    /** Why Camunda did not come up; empty while it is coming or has come. */
    Optional<Throwable> engineFailure() {
        return Optional.ofNullable(engineFailure);
    }

    @Override
    public void destroy() {
        engine.stop();
        operate.stop();
        postgres.stop();
        folder.close();
    }

    private void startPostgres() throws InterruptedException {
        long begin = System.nanoTime();
        postgres.launch();
        postgres.awaitReady();
        times.postgresTook(ready(postgres, begin));
    }

    private void startEngine() throws InterruptedException {
        long begin = System.nanoTime();
        engine.launch();
        log.info("Camunda is starting beside the application");
        Thread.ofVirtual().name("await-engine").start(() -> {
            try {
                engine.awaitReady();
                times.engineTook(ready(engine, begin));
            } catch (InterruptedException | PlatformFailure e) {
                engineFailure = e;
            }
        });
    }

    private static Duration ready(Supervisor child, long begin) {
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        log.info("{} is ready after {} s", child.name(), StartTimes.seconds(duration));
        return duration;
    }

    private Path engineFolder() {
        return folder.folder(ENGINE);
    }
}
