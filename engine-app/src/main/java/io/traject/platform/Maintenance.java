package io.traject.platform;

import io.traject.access.ForgottenPassword;
import io.traject.access.LogSeals;
import io.traject.platform.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What is done with a platform that doesn't run, instead of starting it: {@code --traject.reset-password=<username>},
 * {@code --traject.backup=<file>}, {@code --traject.restore=<file>}, {@code --traject.check-logs=<hash>,...}.
 */
final class Maintenance {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final String CHECK_LOGS = "traject.check-logs";

    /** What to do; answers what to tell. */
    private interface Work {
        String run() throws InterruptedException;
    }

    private final Work work;

    private Maintenance(Work work) {
        this.work = work;
    }

    /** Empty when the platform is simply to be started. */
    static Optional<Maintenance> asked(Environment environment) {
        List<Work> works = new ArrayList<>();
        option(environment, "traject.reset-password")
                .ifPresent(username -> works.add(() -> resetPassword(environment, username)));
        option(environment, "traject.backup").ifPresent(file -> works.add(() -> back(environment, Path.of(file))));
        option(environment, "traject.restore").ifPresent(file -> works.add(() -> restore(environment, Path.of(file))));
        Optional.ofNullable(environment.getProperty(CHECK_LOGS))
                .ifPresent(hashes -> works.add(() -> checkLogs(environment, hashes)));
        if (works.size() > 1) {
            throw new PlatformFailure("One thing at a time: reset-password, backup, restore or check-logs.");
        }
        return works.stream().findFirst().map(Maintenance::new);
    }

    /** Ends this process when the work is done; a failure is told in one line. */
    @SuppressWarnings("SystemOut")
    void runAndExit() {
        int code = NOT_DONE;
        try {
            System.out.println(work.run());
            code = DONE;
        } catch (PlatformFailure e) {
            System.err.println("Not done: " + e.getMessage());
        } catch (InterruptedException e) {
            System.err.println("Not done: interrupted");
        } finally {
            System.exit(code);
        }
    }

    private static Optional<String> option(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(StringUtils::hasText);
    }

    private static String resetPassword(Environment environment, String username) throws InterruptedException {
        String password;
        if (isExternal(environment)) {
            password = replace(
                    environment.getRequiredProperty("spring.datasource.url"),
                    environment.getRequiredProperty("spring.datasource.username"),
                    environment.getRequiredProperty("spring.datasource.password"),
                    username);
        } else {
            try (DataFolder folder = open(environment)) {
                password = replaceEmbedded(folder, username);
            }
        }
        return "The new password of %s is %s%nIt is shown only here; change it after signing in, under My account."
                .formatted(username, password);
    }

    /** @param hashes kept elsewhere, with commas between; may be none */
    private static String checkLogs(Environment environment, String hashes) throws InterruptedException {
        List<String> kept = Stream.of(hashes.split(","))
                .map(String::strip)
                .filter(StringUtils::hasText)
                .toList();
        if (isExternal(environment)) {
            return checkLogs(
                    environment.getRequiredProperty("spring.datasource.url"),
                    environment.getRequiredProperty("spring.datasource.username"),
                    environment.getRequiredProperty("spring.datasource.password"),
                    kept);
        }
        try (DataFolder folder = open(environment)) {
            return withPostgres(folder, (url, password) -> checkLogs(url, "traject", password, kept));
        }
    }

    private static String checkLogs(String url, String role, String rolePassword, List<String> kept) {
        try (Connection database = DriverManager.getConnection(url, role, rolePassword)) {
            LogSeals.Report report = LogSeals.check(database, kept);
            String told = String.join(System.lineSeparator(), report.lines());
            if (!report.whole()) {
                throw new PlatformFailure(told);
            }
            return told;
        } catch (SQLException e) {
            throw new PlatformFailure("The logs could not be checked: " + e.getMessage(), e);
        }
    }

    private static String replaceEmbedded(DataFolder folder, String username) throws InterruptedException {
        return withPostgres(folder, (url, password) -> replace(url, "traject", password, username));
    }

    private interface WithDatabase {
        String apply(String url, String password);
    }

    /** Starts nothing but PostgreSQL. */
    private static String withPostgres(DataFolder folder, WithDatabase work) throws InterruptedException {
        PostgresServer.Settings settings = EmbeddedPlatform.serverSettings(folder, Ports.choose(0, ""));
        PostgresServer server = new PostgresServer(settings);
        try {
            server.launch();
            server.awaitReady();
            return work.apply(server.url(), settings.trajectPassword());
        } finally {
            server.stop();
        }
    }

    private static String replace(String url, String role, String rolePassword, String username) {
        try (Connection database = DriverManager.getConnection(url, role, rolePassword)) {
            return ForgottenPassword.replace(database, username)
                    .orElseThrow(() -> new PlatformFailure("There is no active user '%s'.".formatted(username)));
        } catch (SQLException e) {
            throw new PlatformFailure("The password could not be changed: " + e.getMessage(), e);
        }
    }

    private static String back(Environment environment, Path file) throws InterruptedException {
        refuseExternal(environment);
        try (DataFolder folder = open(environment)) {
            EmbeddedPlatform.stopOrphans(folder);
            Backup.Manifest manifest = Backup.write(folder, file, environment.getRequiredProperty("traject.version"));
            return "%d files of installation %s are in %s, readable by you alone. It holds everything that people entered, and the keys to it: keep it safe."
                    .formatted(manifest.files().size(), manifest.installation(), file.toAbsolutePath());
        }
    }

    private static String restore(Environment environment, Path file) {
        refuseExternal(environment);
        Path home = home(environment);
        Backup.Manifest manifest = Backup.restore(file, home);
        return "Installation %s, as it was at %s, is in %s. Never run it beside the one it was copied from: both would send the same mails."
                .formatted(manifest.installation(), manifest.createdAt(), home);
    }

    private static DataFolder open(Environment environment) {
        Path home = home(environment);
        if (!Files.isDirectory(home.resolve("postgresql"))) {
            throw new PlatformFailure("There is no installation in %s; TRAJECT_HOME says where it is.".formatted(home));
        }
        return DataFolder.open(home, 0, PlatformSettings.of(environment).minimumFreeSpace());
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getRequiredProperty("traject.home"))
                .toAbsolutePath()
                .normalize();
    }

    private static boolean isExternal(Environment environment) {
        return "external".equals(environment.getProperty("traject.engine"));
    }

    private static void refuseExternal(Environment environment) {
        if (isExternal(environment)) {
            throw new PlatformFailure(
                    "A database and an engine of your own are backed up by their own means; docs/operating.md says in which order.");
        }
    }
}
