package dev.triad.cli.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a broker that is its own controller and is heard on the loopback address alone. */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String ALONE = "1";
    private static final String HOST = "127.0.0.1";
    private static final long DEDUPE_BUFFER_BYTES = 16L << 20;

    private BrokerSettings() {}

    static Map<String, String> of(Path folder, int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", folder.toString());
        listen(settings, port, controllerPort);
        replicateNothing(settings);
        keepEverything(settings);
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", Long.toString(DEDUPE_BUFFER_BYTES));
        return settings;
    }

    private static void listen(Map<String, String> settings, int port, int controllerPort) {
        settings.put("listeners", "CLIENT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort));
        settings.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, HOST, controllerPort));
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", CONTROLLER);
    }

    private static void replicateNothing(Map<String, String> settings) {
        settings.put("offsets.topic.replication.factor", ALONE);
        settings.put("offsets.topic.num.partitions", ALONE);
        settings.put("transaction.state.log.replication.factor", ALONE);
        settings.put("transaction.state.log.min.isr", ALONE);
        settings.put("transaction.state.log.num.partitions", ALONE);
        settings.put("share.coordinator.state.topic.replication.factor", ALONE);
        settings.put("share.coordinator.state.topic.min.isr", ALONE);
        settings.put("share.coordinator.state.topic.num.partitions", ALONE);
    }

    /** The topics are the system of record; a record's time may be virtual, and so ahead of the clock. */
    private static void keepEverything(Map<String, String> settings) {
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    }
}
