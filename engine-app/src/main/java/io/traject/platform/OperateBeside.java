package io.traject.platform;

import io.traject.broker.BrokerPorts;
import io.traject.broker.BrokerSettings;
import io.traject.platform.operate.Operate;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operate beside the platform, when it was asked for and can be had. Whatever goes wrong with it is told and harms nothing
 * else.
 */
final class OperateBeside {

    private static final Logger log = LoggerFactory.getLogger(OperateBeside.class);
    private static final String SECRET = "operate";

    private final @Nullable Operate operate;
    private final @Nullable String missing;
    private final List<Supervisor> children;
    private final @Nullable Path password;

    private OperateBeside(@Nullable Operate operate, @Nullable String missing, @Nullable Path password) {
        this.operate = operate;
        this.missing = missing;
        this.password = password;
        this.children = operate == null
                ? List.of()
                : List.of(new Supervisor(operate.storeChild()), new Supervisor(operate.pagesChild()));
    }

    static OperateBeside notAsked() {
        return new OperateBeside(null, null, null);
    }

    static OperateBeside asked(DataFolder folder, PlatformSettings settings, BrokerPorts engine) {
        if (!Operate.isFetched(settings.openSearchHome())) {
            return missing(
                    "its store is not in %s. Build once with TRAJECT_OPERATE=true in the environment and a network connection, or set traject.platform.opensearch-home."
                            .formatted(
                                    settings.openSearchHome().toAbsolutePath().normalize()));
        }
        try {
            Operate operate = new Operate(new Operate.Settings(
                    settings.camundaHome(),
                    settings.openSearchHome().toAbsolutePath().normalize(),
                    folder.folder("operate"),
                    folder.folder("logs"),
                    Ports.choose(settings.operateStorePort(), "TRAJECT_OPERATE_STORE_PORT"),
                    Ports.choose(settings.operatePort(), "TRAJECT_OPERATE_PORT"),
                    Ports.choose(0, "TRAJECT_OPERATE_PORT"),
                    engine.grpc(),
                    engine.internal(),
                    folder.secret(SECRET),
                    folder.secret("operate-unused")));
            return new OperateBeside(operate, null, folder.folder("secrets").resolve(SECRET));
        } catch (PlatformFailure e) {
            return missing(String.valueOf(e.getMessage()));
        }
    }

    private static OperateBeside missing(String reason) {
        log.warn("Operate is not started: {}", reason);
        return new OperateBeside(null, reason, null);
    }

    /** Lets the broker feed the store. */
    BrokerSettings.Builder feedFrom(BrokerSettings.Builder broker) {
        return operate == null ? broker : operate.fedBy(broker);
    }

    /**
     * Starts the store and, when it serves, the pages; returns at once. To be called once the platform is ready, so that it
     * has the machine to itself until then.
     */
    void start() {
        if (!children.isEmpty()) {
            children.getFirst().startBeside(() -> children.getLast().startBeside(() -> {}));
        }
    }

    void stop() {
        children.reversed().forEach(Supervisor::stop);
    }

    /** The store and the pages; none when Operate is not started. */
    List<Supervisor> children() {
        return children;
    }

    Optional<URI> address() {
        return Optional.ofNullable(operate).map(Operate::address);
    }

    /** What the last lines of a start say about it. */
    List<String> lines() {
        if (operate != null) {
            return List.of("Operate is at %s once it has started (name %s, password in %s)"
                    .formatted(operate.address(), Operate.USER, password));
        }
        return missing == null ? List.of() : List.of("Operate is not started: " + missing);
    }
}
