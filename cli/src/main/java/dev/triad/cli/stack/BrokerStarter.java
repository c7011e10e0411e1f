package dev.triad.cli.stack;

import dev.triad.events.TopicSetup;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Starts the Kafka broker, in KRaft mode, from the jars beside the command line's own. */
final class BrokerStarter implements Starter {
    private static final String LOGGER = "-Dorg.slf4j.simpleLogger.";

    private final DataDirectory data;
    private final int port;
    private final Path libraries;
    private final JavaFlags flags;

    BrokerStarter(DataDirectory data, int port, Path libraries, JavaFlags flags) {
        this.data = data;
        this.port = port;
        this.libraries = libraries;
        this.flags = flags;
    }

    @Override
    public void start(Consumer<Running> launched) throws IOException, InterruptedException {
        format();
        writeSettings();
        new JavaStart(Component.KAFKA, flags, arguments(), Map.of(), data.log(Component.KAFKA))
                .start(launched, () -> PortCheck.answers(port));
        new TopicSetup("127.0.0.1:" + port).create();
    }

    /** Gives an empty log folder its identity; one that has it keeps it. */
    private void format() throws IOException {
        if (Files.exists(data.kafka().resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setDirectories(List.of(data.kafka().toString()))
                    .setMetadataLogDirectory(data.kafka().toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the broker's log folder could not be made", e);
        }
    }

    private void writeSettings() throws IOException {
        Properties settings = new Properties();
        settings.putAll(BrokerSettings.of(data.kafka(), port, PortCheck.anyFree()));
        try (Writer writer = Files.newBufferedWriter(data.kafkaSettings())) {
            settings.store(writer, "Written at each start");
        }
    }

    private List<String> arguments() throws IOException {
        return List.of(
                LOGGER + "defaultLogLevel=warn",
                LOGGER + "log.kafka.server.KafkaRaftServer=info",
                LOGGER + "showDateTime=true",
                LOGGER + "dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                LOGGER + "showThreadName=false",
                "-cp",
                classPath(),
                "kafka.Kafka",
                data.kafkaSettings().toString());
    }

    /** The jars one by one and in order: a cache of an earlier start holds for the same class path alone. */
    private String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }
}
