package io.traject.broker;

import java.util.List;
import java.util.Map;

/**
 * The broker's place in a cluster of brokers.
 *
 * @param nodeId from 0 to {@code size - 1}
 * @param contactPoints {@code host:internal-port} of the brokers to meet at the start; may be empty for one broker
 */
public record ClusterSettings(int nodeId, int size, int replicationFactor, int partitions, List<String> contactPoints) {

    public ClusterSettings {
        contactPoints = List.copyOf(contactPoints);
    }

    /** One broker with one partition. */
    public static ClusterSettings single() {
        return new ClusterSettings(0, 1, 1, 1, List.of());
    }

    void addTo(Map<String, String> environment) {
        environment.put("ZEEBE_BROKER_CLUSTER_NODEID", Integer.toString(nodeId));
        environment.put("ZEEBE_BROKER_CLUSTER_CLUSTERSIZE", Integer.toString(size));
        environment.put("ZEEBE_BROKER_CLUSTER_REPLICATIONFACTOR", Integer.toString(replicationFactor));
        environment.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", Integer.toString(partitions));
        if (!contactPoints.isEmpty()) {
            environment.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", String.join(",", contactPoints));
        }
    }
}
