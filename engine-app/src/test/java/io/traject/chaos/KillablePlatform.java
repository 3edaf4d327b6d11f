package io.traject.chaos;

import io.traject.broker.FreePort;
import io.traject.testing.RunningApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The embedded platform with workers beside it; both deliver. The application is started again by whoever killed it, its
 * children by the application.
 */
final class KillablePlatform implements AutoCloseable {

    private final Path home;
    private final Map<String, String> ports = new HashMap<>();
    private volatile RunningApplication application;
    private volatile RunningApplication workers;

    KillablePlatform(Path home) {
        this.home = home;
        List.of(
                        "TRAJECT_POSTGRES_PORT",
                        "TRAJECT_ENGINE_GRPC_PORT",
                        "TRAJECT_ENGINE_REST_PORT",
                        "TRAJECT_ENGINE_MANAGEMENT_PORT",
                        "TRAJECT_ENGINE_COMMAND_PORT",
                        "TRAJECT_ENGINE_INTERNAL_PORT",
                        "TRAJECT_MAIL_CATCHER_PORT")
                .forEach(name -> ports.put(name, Integer.toString(FreePort.next())));
        application = startApplication();
        try {
            application.awaitReady();
            workers = startWorkers();
            workers.awaitReady();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    URI address(String path) {
        return application.address(path);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl(), "traject", databasePassword()));
    }

    /** Kills at once; waits only when the victim is not there because it is being started again. */
    void kill(Victim victim, Random random) {
        switch (victim) {
            case APPLICATION -> {
                application.kill();
                application = startApplication();
            }
            case WORKERS -> {
                workers.kill();
                workers = startWorkers();
            }
            case BROKER -> child("BrokerMain").destroyForcibly();
            case POSTMASTER -> postmaster().destroyForcibly();
            case BACKEND -> killBackend(random);
            case EVERYTHING -> killEverything();
        }
    }

    private void killBackend(Random random) {
        List<ProcessHandle> backends = postmaster()
                .children()
                .filter(process -> process.info().commandLine().orElse("").contains("127.0.0.1"))
                .toList();
        if (backends.isEmpty()) {
            postmaster().children().forEach(ProcessHandle::destroyForcibly);
        } else {
            backends.get(random.nextInt(backends.size())).destroyForcibly();
        }
    }

    private void killEverything() {
        List<ProcessHandle> children = application.children();
        application.handle().destroyForcibly();
        workers.handle().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        application.awaitExit();
        workers.awaitExit();
        application = startApplication();
        workers = startWorkers();
    }

    private ProcessHandle postmaster() {
        return child("bin/postgres");
    }

    private ProcessHandle child(String command) {
        if (!application.hasChild(command)) {
            awaitUp();
        }
        return application.child(command);
    }

    void awaitUp() {
        application.awaitReady();
        workers.awaitReady();
    }

    private RunningApplication startApplication() {
        Map<String, String> environment = shared();
        environment.put("TRAJECT_DEMO", "true");
        environment.put("TRAJECT_REHEARSAL", "true");
        environment.putAll(ports);
        return RunningApplication.start(home, environment);
    }

    private RunningApplication startWorkers() {
        Map<String, String> environment = shared();
        environment.put("SPRING_DATASOURCE_URL", databaseUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", "traject");
        environment.put("SPRING_DATASOURCE_PASSWORD", databasePassword());
        environment.put("ZEEBE_GRPC_ADDRESS", "http://127.0.0.1:" + ports.get("TRAJECT_ENGINE_GRPC_PORT"));
        environment.put("ZEEBE_REST_ADDRESS", "http://127.0.0.1:" + ports.get("TRAJECT_ENGINE_REST_PORT"));
        environment.put("TRAJECT_MAIL_HOST", "127.0.0.1");
        environment.put("TRAJECT_MAIL_PORT", ports.get("TRAJECT_MAIL_CATCHER_PORT"));
        return RunningApplication.startWorkers(environment);
    }

    /** Short time-outs: what a killed process had begun is taken over soon, so that there is more to kill. */
    private static Map<String, String> shared() {
        return new HashMap<>(Map.of(
                "TRAJECT_MAIL_ANSWER_TIMEOUT", "2s",
                "TRAJECT_WORKERS_JOBTIMEOUT", "10s",
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%s/traject".formatted(ports.get("TRAJECT_POSTGRES_PORT"));
    }

    private String databasePassword() {
        try {
            return Files.readString(home.resolve("secrets/postgresql-traject"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
        application.close();
    }
}
