package io.traject.platform.postgres;

import io.traject.platform.Child;
import io.traject.platform.PlatformFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL server on loopback, with its data in a folder: durable, with passwords (scram), sorting as Dutch does
 * (ICU nl-NL). It has the database {@code traject}, owned by the role of that name, and the role {@code progress}, owner of
 * the schema {@code progress} that the application may only read.
 */
public final class PostgresServer implements Child {

    /**
     * What a server is started with.
     *
     * @param programs where the programs are unpacked
     * @param folder for the data
     * @param log the server's own log
     */
    public record Settings(
            Path programs,
            Path folder,
            Path log,
            int port,
            String superuserPassword,
            String trajectPassword,
            String progressPassword) {}

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String AUTHENTICATION_REFUSED = "28P01";

    /**
     * Runs a command in a session of its own, so that Ctrl-C reaches the application first, and ends it (fast shutdown) when
     * the pipe to the parent closes: also when the parent was killed.
     */
    private static final String WATCHDOG = """
            trap '' INT HUP
            if command -v setsid >/dev/null; then set -- setsid "$@"; fi
            exec 3<&0
            "$@" 3<&- </dev/null &
            child=$!
            trap 'kill -INT $child' TERM
            { while read -r _; do :; done <&3; kill -INT $child; } 2>/dev/null &
            reader=$!
            exec 3<&-
            wait $child
            code=$?
            while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
            kill $reader 2>/dev/null
            exit $code
            """;

    private final Settings settings;
    private final Path data;
    private @Nullable Process process;

    public PostgresServer(Settings settings) {
        this.settings = settings;
        this.data = settings.folder().resolve("data");
    }

    /** Stops the server that a killed run left behind on this folder, so that its port is free again. */
    public static void stopOrphanOn(Path folder) throws InterruptedException {
        try {
            new Orphan(folder.resolve("data")).stop();
        } catch (IOException e) {
            throw new PlatformFailure("PostgreSQL of an earlier run could not be stopped: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /** JDBC address of the database {@code traject}. */
    public String url() {
        return url("traject");
    }

    @Override
    public void launch() throws InterruptedException {
        stopOrphanOn(settings.folder());
        try {
            Path programs = PostgresBinaries.unpackInto(settings.programs());
            Account account = Account.thatPostgresAccepts();
            initialise(programs, account);
            account.give(data);
            launch(programs, account);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void awaitReady() throws InterruptedException {
        try {
            awaitConnections();
            createRolesAndDatabase();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private PlatformFailure failure(Exception cause) {
        return new PlatformFailure(
                "PostgreSQL could not be started: %s (see %s)".formatted(cause.getMessage(), settings.log()), cause);
    }

    @Override
    public void awaitExit() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.waitFor();
        }
    }

    @Override
    public void stop() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT)) {
                log.warn("PostgreSQL did not stop within {} s and is killed", STOP_LIMIT.toSeconds());
                new Orphan(data).kill();
                running.destroyForcibly();
            }
        } catch (IOException e) {
            running.destroy();
        } catch (InterruptedException e) {
            running.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private void initialise(Path programs, Account account) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        log.info("Initialising the database (only once)");
        Path unfinished = data.resolveSibling("data.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Path password = Files.createTempFile(settings.folder(), "initdb", ".password");
        try {
            Files.writeString(password, settings.superuserPassword());
            account.give(password);
            run(account.command(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=nl-NL",
                    "--no-instructions"));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        if (prepared(command).start().waitFor() != 0) {
            throw new PlatformFailure("The database could not be initialised, see " + settings.log());
        }
    }

    private void launch(Path programs, Account account) throws IOException {
        List<String> server =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
        configuration().forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "watchdog"));
        command.addAll(account.command(server.toArray(String[]::new)));
        process = prepared(command).start();
    }

    private Map<String, String> configuration() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(settings.port())),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                // Statements and the values in the details of an error may be about people.
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_error_verbosity", "terse"));
    }

    private ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private void awaitConnections() throws InterruptedException, SQLException {
        Process starting = Objects.requireNonNull(process);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = superuser("postgres")) {
                return;
            } catch (SQLException e) {
                if (AUTHENTICATION_REFUSED.equals(e.getSQLState()) || System.nanoTime() > deadline) {
                    throw e;
                }
                if (starting.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new PlatformFailure("PostgreSQL ended while it was starting, see " + settings.log(), e);
                }
            }
        }
    }

    private void createRolesAndDatabase() throws SQLException {
        try (Connection connection = superuser("postgres")) {
            createOrUpdateRole(connection, "traject", settings.trajectPassword());
            createOrUpdateRole(connection, "progress", settings.progressPassword());
            if (!exists(connection, "select 1 from pg_database where datname = 'traject'")) {
                execute(connection, "create database traject owner traject");
            }
        }
        try (Connection connection = superuser("traject")) {
            execute(connection, "revoke all on database traject from public");
            execute(connection, "grant connect on database traject to progress");
            execute(connection, "create schema if not exists progress authorization progress");
            execute(connection, "grant usage on schema progress to traject");
            execute(
                    connection,
                    "alter default privileges for role progress in schema progress grant select on tables to traject");
        }
    }

    private static void createOrUpdateRole(Connection connection, String role, String password) throws SQLException {
        String verb =
                exists(connection, "select 1 from pg_roles where rolname = '%s'".formatted(role)) ? "alter" : "create";
        execute(connection, "%s role %s login password '%s'".formatted(verb, role, password));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", settings.superuserPassword());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(), database);
    }
}
