package io.traject.operate;

import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node on loopback that forms a cluster of its own. It asks for no password: whoever has an account on the
 * machine can read what Operate shows. Arguments: its folder and its HTTP port.
 */
public final class OpenSearchNode {

    private static final String LOOPBACK = "127.0.0.1";

    private OpenSearchNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        String folder = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        OpenSearchRunner runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner), "close"));
        runner.onBuild((number, settings) -> {
                    settings.put("network.host", LOOPBACK);
                    settings.put("http.port", port);
                    settings.put("transport.port", "0");
                    settings.put("discovery.type", "single-node");
                    settings.put("action.auto_create_index", true);
                    // The platform looks after the disk's free space; a store that only Operate reads need not.
                    settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                })
                .build(OpenSearchRunner.newConfigs()
                        .clusterName("traject")
                        .numOfNode(1)
                        .basePath(folder)
                        .useLogger());
        Thread.currentThread().join();
    }

    private static void close(OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (IOException e) {
            System.err.println("OpenSearch did not close in order: " + e);
        }
    }
}
