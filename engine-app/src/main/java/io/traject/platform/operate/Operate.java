package io.traject.platform.operate;

import io.traject.broker.BrokerSettings;
import io.traject.broker.ExporterSetting;
import io.traject.platform.Child;
import io.traject.platform.operate.JavaChild.Program;
import io.traject.progress.ExporterSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Camunda's Operate, for analysts: an OpenSearch node, filled by an exporter of the broker, and the pages that show it. */
public final class Operate {

    /** Who signs in there. */
    public static final String USER = "operate";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String STORE_MAIN = "io.traject.operate.OpenSearchNode";
    private static final String PAGES_MAIN = "io.camunda.application.StandaloneOperate";
    private static final int STORE_HEAP_MEGABYTES = 512;
    private static final int PAGES_HEAP_MEGABYTES = 512;

    private final Settings settings;

    /**
     * @param folder for the store's data
     * @param clusterPort by which the pages take part in the broker's cluster
     * @param enginePort of the broker's gateway
     * @param engineClusterPort by which the broker does
     * @param password of {@link #USER}
     * @param otherPassword of the accounts that Operate makes besides, which nobody uses
     */
    public record Settings(
            Path camundaHome,
            Path openSearchHome,
            Path folder,
            Path logs,
            int storePort,
            int pagesPort,
            int clusterPort,
            int enginePort,
            int engineClusterPort,
            String password,
            String otherPassword) {}

    public Operate(Settings settings) {
        this.settings = settings;
    }

    /** Whether the build has put the store's programs there; it does so only when it is asked for them. */
    public static boolean isFetched(Path openSearchHome) {
        return Files.isDirectory(openSearchHome.resolve("lib")) && Files.isDirectory(openSearchHome.resolve("classes"));
    }

    /** Where people find it. */
    public URI address() {
        return URI.create("http://%s:%d/operate".formatted(LOOPBACK, settings.pagesPort()));
    }

    /** Lets a broker, which has the progress exporter, feed the store too, so that nothing waits when the store is away. */
    public BrokerSettings.Builder fedBy(BrokerSettings.Builder broker) {
        return broker.exporter(new ExporterSetting(
                "opensearch",
                ExporterSettings.DETACHED_EXPORTER_CLASS,
                Map.of("url", store().toString(), "bulk_delay", "1", "index_numberOfReplicas", "0")));
    }

    public Child storeChild() {
        Path folder = settings.folder().resolve("opensearch");
        return new JavaChild(new Program(
                "OpenSearch",
                STORE_MAIN,
                List.of(folder.toString(), Integer.toString(settings.storePort())),
                STORE_HEAP_MEGABYTES,
                List.of(
                        settings.openSearchHome().resolve("classes").toString(),
                        settings.openSearchHome().resolve("lib").resolve("*").toString()),
                Map.of(),
                folder,
                settings.logs().resolve("opensearch.log"),
                URI.create(store() + "/_cluster/health?wait_for_status=yellow&timeout=1s")));
    }

    public Child pagesChild() {
        return new JavaChild(new Program(
                "Operate",
                PAGES_MAIN,
                List.of(),
                PAGES_HEAP_MEGABYTES,
                List.of(settings.camundaHome().resolve("lib").resolve("*").toString()),
                environment(),
                settings.folder().resolve("pages"),
                settings.logs().resolve("operate.log"),
                address()));
    }

    private URI store() {
        return URI.create("http://%s:%d".formatted(LOOPBACK, settings.storePort()));
    }

    /** May look and not change: what happens to processes is for the pages of the platform, which ask for permissions. */
    private Map<String, String> environment() {
        String store = store().toString();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("SERVER_PORT", Integer.toString(settings.pagesPort()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        environment.put("CAMUNDA_DATABASE_TYPE", "opensearch");
        environment.put("CAMUNDA_DATABASE_URL", store);
        environment.put("CAMUNDA_OPERATE_DATABASE", "opensearch");
        environment.put("CAMUNDA_OPERATE_OPENSEARCH_URL", store);
        environment.put("CAMUNDA_OPERATE_ZEEBEOPENSEARCH_URL", store);
        environment.put("CAMUNDA_OPERATE_ZEEBE_GATEWAYADDRESS", LOOPBACK + ":" + settings.enginePort());
        environment.put("ZEEBE_GATEWAY_CLUSTER_MEMBERID", "operate");
        environment.put("ZEEBE_GATEWAY_CLUSTER_HOST", LOOPBACK);
        environment.put("ZEEBE_GATEWAY_CLUSTER_PORT", Integer.toString(settings.clusterPort()));
        environment.put("ZEEBE_GATEWAY_CLUSTER_INITIALCONTACTPOINTS", LOOPBACK + ":" + settings.engineClusterPort());
        environment.put("CAMUNDA_OPERATE_USERID", USER);
        environment.put("CAMUNDA_OPERATE_DISPLAYNAME", "Operate");
        environment.put("CAMUNDA_OPERATE_PASSWORD", settings.password());
        environment.put("CAMUNDA_OPERATE_ROLES", "USER");
        environment.put("CAMUNDA_OPERATE_READERPASSWORD", settings.otherPassword());
        environment.put("CAMUNDA_OPERATE_OPERATORPASSWORD", settings.otherPassword());
        return environment;
    }
}
