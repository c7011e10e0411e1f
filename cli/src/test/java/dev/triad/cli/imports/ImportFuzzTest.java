package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.triad.cli.CommandException;
import dev.triad.cli.imports.format.Settings;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.testing.Allocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes stand in a file: it is imported or refused in one sentence, in memory in proportion to it; it gives the
 * same events each time; and each of them is one that a ledger can read.
 */
class ImportFuzzTest {
    private static final Allocation ALLOCATION = new Allocation(8 << 20, 2_048);
    private static final KafkaBinding BINDING = new KafkaBinding(new EventCodec());

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before all tests.
    private static Path folder;

    static Stream<byte[]> onlineRetailFiles() {
        return excerpts("online-retail.csv");
    }

    @MethodSource("onlineRetailFiles")
    @FuzzTest
    void onlineRetail(byte[] file) {
        requireOrderly(FormatName.ONLINE_RETAIL, Imported.settings(FormatName.ONLINE_RETAIL), file);
    }

    static Stream<byte[]> bills() {
        return excerpts("focus-1.0.csv", "focus-1.3.csv");
    }

    @MethodSource("bills")
    @FuzzTest
    void focus(byte[] file) {
        requireOrderly(FormatName.FOCUS, Imported.settings(FormatName.FOCUS), file);
    }

    @MethodSource("bills")
    @FuzzTest
    void focusOfOnesOwn(byte[] file) {
        Settings outside = Imported.settings(FormatName.FOCUS);
        Settings internal = new Settings(outside.source(), outside.asset(), true, null, "business_unit", true, null);
        requireOrderly(FormatName.FOCUS, internal, file);
    }

    static Stream<byte[]> languageModelUsage() {
        return excerpts("azure-llm.csv");
    }

    @MethodSource("languageModelUsage")
    @FuzzTest
    void azureLlm(byte[] file) {
        requireOrderly(FormatName.AZURE_LLM, Imported.settings(FormatName.AZURE_LLM), file);
    }

    static Stream<byte[]> spokenCommands() {
        return excerpts("slurp.csv");
    }

    @MethodSource("spokenCommands")
    @FuzzTest
    void slurp(byte[] file) {
        requireOrderly(FormatName.SLURP, Imported.settings(FormatName.SLURP), file);
    }

    static Stream<byte[]> annualReports() {
        return excerpts(
                "annual-report.csv",
                "annual-report-services.csv",
                "annual-report-june.csv",
                "annual-report-metrics.csv");
    }

    @MethodSource("annualReports")
    @FuzzTest
    void annualReport(byte[] file) {
        requireOrderly(FormatName.ANNUAL_REPORT, Imported.settings(FormatName.ANNUAL_REPORT), file);
    }

    static Stream<byte[]> eventLines() {
        return excerpts("events.jsonl");
    }

    @MethodSource("eventLines")
    @FuzzTest
    void cloudevents(byte[] file) {
        requireOrderly(FormatName.CLOUDEVENTS, Imported.settings(FormatName.CLOUDEVENTS), file);
    }

    private static void requireOrderly(FormatName format, Settings settings, byte[] content) {
        Path file = folder.resolve("input.data");
        try {
            Files.write(file, content);
            List<CloudEvent> events = ALLOCATION.bounded(content.length, () -> events(file, format, settings));
            assertThat(events(file, format, settings)).isEqualTo(events);
            if (format != FormatName.CLOUDEVENTS) {
                assertThat(events).extracting(CloudEvent::id).doesNotHaveDuplicates();
            }
            events.forEach(event -> assertThat(received(event)).isEqualTo(event));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the file comes to; nothing when it is refused. */
    private static List<CloudEvent> events(Path file, FormatName format, Settings settings) {
        try {
            return Imported.of(file, format.with(settings)).delivery().events();
        } catch (CommandException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            return List.of();
        }
    }

    /** The event as a ledger reads it. */
    private static CloudEvent received(CloudEvent event) {
        ProducerRecord<byte[], byte[]> sent = BINDING.toRecord(event);
        return BINDING.fromRecord(new ConsumerRecord<>(
                sent.topic(),
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty()));
    }

    private static Stream<byte[]> excerpts(String... names) {
        return Stream.of(names).map(Imported::excerpt).map(path -> {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
