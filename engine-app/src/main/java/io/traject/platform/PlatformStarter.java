package io.traject.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded platform before the application's beans exist. The data folder is opened before logging begins, as
 * the log lies in it; the rest comes when there is a log to say it in.
 */
final class PlatformStarter implements EnvironmentPostProcessor, Ordered {

    private final ConfigurableBootstrapContext bootstrap;

    PlatformStarter(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String mode = environment.getProperty("traject.engine");
        Optional<Maintenance> maintenance = Maintenance.asked(environment);
        if (maintenance.isPresent()) {
            // Not before there is a log to say things in.
            bootstrap.addCloseListener(closed -> maintenance.get().runAndExit());
        } else if ("embedded".equals(mode)) {
            DataFolder folder = openFolder(environment);
            add(
                    environment,
                    "platformLog",
                    Map.of(
                            "logging.file.name",
                            folder.folder("logs").resolve("traject.log").toString()));
            bootstrap.addCloseListener(closed -> startEmbedded(closed.getApplicationContext(), folder));
        } else if ("external".equals(mode)) {
            useExternal(environment);
        } else if (mode != null) {
            throw new PlatformFailure("TRAJECT_ENGINE is '%s' and must be embedded or external.".formatted(mode));
        }
    }

    private static DataFolder openFolder(ConfigurableEnvironment environment) {
        return DataFolder.open(
                Path.of(environment.getRequiredProperty("traject.home")),
                environment.getProperty("server.port", Integer.class, 0),
                PlatformSettings.of(environment).minimumFreeSpace());
    }

    private static void startEmbedded(ConfigurableApplicationContext context, DataFolder folder) {
        ConfigurableEnvironment environment = context.getEnvironment();
        PlatformSettings settings = PlatformSettings.of(environment);
        try {
            StartTimes times = new StartTimes();
            EmbeddedPlatform platform = new EmbeddedPlatform(
                    folder,
                    settings,
                    environment.getProperty("traject.rehearsal", Boolean.class, false),
                    environment.getProperty("traject.operate", Boolean.class, false),
                    times);
            Map<String, Object> properties = new HashMap<>(mailCatcher(environment, settings));
            properties.put(
                    "server.port",
                    Ports.choose(environment.getProperty("server.port", Integer.class, 0), "SERVER_PORT"));
            platform.start();
            properties.putAll(platform.properties());
            if (!StringUtils.hasText(environment.getProperty("traject.secret-key"))) {
                properties.put("traject.secret-key", folder.secret("application-key"));
            }
            add(environment, "platform", properties);
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("embeddedPlatform", platform);
            beans.registerSingleton("startTimes", times);
            // The first to be registered is the last to be destroyed.
            beans.registerDisposableBean("embeddedPlatform", platform);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("The start was interrupted.", e);
        }
    }

    private static void useExternal(ConfigurableEnvironment environment) {
        String progressUser = environment.getProperty("traject.progress.username", "");
        if (StringUtils.hasText(progressUser)) {
            ProgressProjection.migrate(
                    environment.getRequiredProperty("spring.datasource.url"),
                    progressUser,
                    environment.getRequiredProperty("traject.progress.password"));
        }
        add(environment, "platform", mailCatcher(environment, PlatformSettings.of(environment)));
    }

    /** Without a mail server of one's own, mails go to the catcher. */
    private static Map<String, Object> mailCatcher(ConfigurableEnvironment environment, PlatformSettings settings) {
        if (StringUtils.hasText(environment.getProperty("traject.mail.host"))) {
            return Map.of();
        }
        int port = Ports.choose(settings.mailCatcherPort(), "TRAJECT_MAIL_CATCHER_PORT");
        return Map.of(
                "traject.mail.host", "127.0.0.1", "traject.mail.port", port, "traject.platform.mail-catcher", true);
    }

    private static void add(ConfigurableEnvironment environment, String name, Map<String, Object> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource(name, properties));
    }
}
