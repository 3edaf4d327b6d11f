package io.traject.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines of a start: where to go, how to sign in, where everything is. */
@Component
@ConditionalOnProperty(name = "traject.engine", havingValue = "embedded")
class StartReport implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StartReport.class);
    private static final long POLL_MILLIS = 100;

    private final EmbeddedPlatform platform;
    private final StartTimes times;
    private final HealthEndpoint health;
    private final Environment environment;
    private final ConfigurableApplicationContext context;
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("start-report").factory());

    StartReport(
            EmbeddedPlatform platform,
            StartTimes times,
            HealthEndpoint health,
            Environment environment,
            ConfigurableApplicationContext context) {
        this.platform = platform;
        this.times = times;
        this.health = health;
        this.environment = environment;
        this.context = context;
    }

    @EventListener(ApplicationReadyEvent.class)
    void waitForReadiness() {
        times.pagesAreServed();
        poll.scheduleWithFixedDelay(this::reportWhenReady, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        poll.shutdownNow();
    }

    private void reportWhenReady() {
        if (platform.engineFailure().isPresent()) {
            poll.shutdown();
            new PlatformFailureReporter()
                    .reportException(platform.engineFailure().get());
            Thread.ofPlatform().name("give-up").start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
        } else if (isReady()) {
            poll.shutdown();
            log.info("start: {}", times.report());
            platform.operate().start();
            lines().forEach(log::info);
        }
    }

    private boolean isReady() {
        HealthDescriptor readiness = health.healthForPath("readiness");
        return readiness != null && Status.UP.equals(readiness.getStatus());
    }

    private List<String> lines() {
        Path home = platform.folder().root();
        List<String> lines = new ArrayList<>();
        lines.add("Traject is ready: " + environment.getProperty("traject.public-url"));
        credentials(home.resolve("first-administrator.txt"), "Name and password of the first administrator", lines);
        credentials(home.resolve("demo-credentials.json"), "Names and passwords of the demo", lines);
        if (environment.getProperty("traject.platform.mail-catcher", Boolean.class, false)) {
            lines.add("Mails go nowhere and are shown at %s/operations/mail-catcher (SMTP on port %s)"
                    .formatted(
                            environment.getProperty("traject.public-url"),
                            environment.getProperty("traject.mail.port")));
        }
        lines.addAll(platform.operate().lines());
        lines.add("Data: %s (database in postgresql, processes in engine, logs in logs)".formatted(home));
        lines.add("Camunda 8.6 is under the Camunda License 1.0: free for development, test and demonstration;"
                + " production needs a licence from Camunda.");
        return lines;
    }

    private static void credentials(Path file, String what, List<String> lines) {
        if (Files.exists(file)) {
            lines.add(what + ": " + file);
        }
    }
}
