package dev.triad.signature;

import dev.triad.events.BrokerAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes down how far the log is, as the settings {@code triad.signing.required-from}: what comes from then on has to be
 * signed. A file that is there is left as it is, so that it may be run at every start. Exit codes: 0 when the file is there,
 * 1 when it could not be written or the broker did not answer, 2 for wrong usage.
 */
public final class NoteLogEnd {
    private static final String SETTING = "triad.signing.required-from";
    private static final int TIMEOUT_MILLIS = 30_000;

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** Held for as long as the program runs: its level would be forgotten with it. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private NoteLogEnd() {}

    /**
     * @param arguments the brokers, {@code host:port} and separated by commas; the file to write; where the brokers ask who
     *     one is, a properties file that says how one comes in
     */
    public static void main(String[] arguments) throws InterruptedException {
        KAFKA.setLevel(Level.SEVERE);
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (arguments.length < 2 || arguments.length > 3) {
            err.println(
                    "NoteLogEnd takes the brokers, the file to write, and a file of settings where they ask for one:"
                            + " HOST:PORT[,HOST:PORT...] FILE [SETTINGS-FILE]");
            return USAGE;
        }
        try {
            Path settings = arguments.length == 3 ? Path.of(arguments[2]) : null;
            boolean noted = note(BrokerAccess.of(arguments[0], settings), Path.of(arguments[1]));
            out.println(arguments[1] + (noted ? " says now" : " says already") + " since when events must be signed.");
            return DONE;
        } catch (IOException | KafkaException e) {
            err.printf("%s%s (at %s)%n", e, e.getCause() == null ? "" : ": " + e.getCause(), arguments[0]);
            return FAILED;
        }
    }

    /**
     * Writes it down, unless it is.
     *
     * @return whether it was written
     * @throws IOException when the log has no end to be found, or the file cannot be written
     */
    public static boolean note(BrokerAccess broker, Path file) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How far the log was when signing began. What is below need not be signed; everything else must be.");
        lines.addAll(end(broker).lines(SETTING));
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.write(half, lines);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static LogCut end(BrokerAccess broker) throws IOException, InterruptedException {
        Map<String, Object> settings = broker.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS));
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            Map<String, TopicDescription> topics =
                    admin.describeTopics(LogCut.TOPICS).allTopicNames().get();
            topics.forEach((topic, description) -> description
                    .partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            return new LogCut(ends.entrySet().stream()
                    .sorted(Comparator.comparingInt(end -> end.getKey().partition()))
                    .collect(Collectors.groupingBy(
                            end -> end.getKey().topic(),
                            Collectors.mapping(end -> end.getValue().offset(), Collectors.toList()))));
        } catch (ExecutionException e) {
            throw new IOException("how far the log is cannot be found out", e.getCause());
        }
    }
}
