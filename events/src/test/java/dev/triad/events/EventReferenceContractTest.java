package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/events.md} says what the contract says. */
class EventReferenceContractTest {
    private final String page = page();

    static Stream<String> lines() {
        return blocks("jsonl").flatMap(String::lines);
    }

    @Test
    void theTablesAndExamplesFollowFromTheSchemas() {
        assertThat(page)
                .as("mvn -pl events test-compile exec:exec@event-reference writes the page anew")
                .isEqualTo(EventReference.refreshed(page));
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsSectionAndStandsInTheTableOfTopics(EventType type) {
        assertThat(page).contains("### " + type.typeName() + "\n\n<!-- from the schema: " + type.typeName() + " -->");
        assertThat(page.lines().filter(line -> line.startsWith("| `" + type.topic() + "` |")))
                .as("a row of the topics")
                .anyMatch(line -> line.contains("`" + type.typeName() + "`"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyLineOfJsonIsAnEvent(String line) {
        assertThat(new StructuredEvents(new EventCodec()).parse(line)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KafkaBinding.SPEC_VERSION,
                KafkaBinding.TYPE,
                KafkaBinding.SOURCE,
                KafkaBinding.ID,
                KafkaBinding.TIME,
                KafkaBinding.SUBJECT,
                KafkaBinding.IDEMPOTENCY_KEY,
                KafkaBinding.REQUEST_DIGEST,
                KafkaBinding.PRODUCER,
                KafkaBinding.SIGNATURE,
                KafkaBinding.CONTENT_TYPE
            })
    void everyHeaderIsExplained(String header) {
        assertThat(page).contains("| `" + header + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void everyDefectIsExplained(Defect defect) {
        assertThat(page).contains("| `" + defect.code() + "` |");
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertThat(page)
                .contains(
                        row("the data of an event", EventCodec.BYTES_MAX, "bytes"),
                        row("a header", KafkaBinding.HEADER_BYTES_MAX, "bytes"),
                        row("objects and lists in each other", EventCodec.DEPTH_MAX, "levels"),
                        row(
                                "a JSON number, in fields that Triad does not know",
                                EventCodec.NUMBER_LENGTH_MAX,
                                "digits"),
                        row("a name", Names.NAME_MAX, "characters"),
                        row("a text", Names.TEXT_MAX, "characters"),
                        row("lines of a sale, a return or a request", SaleRecorded.LINES_MAX, ""),
                        row("attributions of a sale or a request", Attribution.ATTRIBUTIONS_MAX, ""),
                        row("labels of a usage", UsageRecorded.LABELS_MAX, ""),
                        row("users of a cost pool", CostIncurred.USERS_MAX, ""),
                        row("units of a group", GroupDeclared.UNITS_MAX, ""),
                        row("decimals of an asset", Asset.SCALE_MAX, ""));
    }

    @Test
    void whatOnlyWordsCanSayIsSaid() {
        List<String> rules = page.lines()
                .dropWhile(line -> !line.equals("### What a schema cannot say"))
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("- "))
                .toList();

        assertThat(rules).hasSameSizeAs(AgreementContractTest.SAID_IN_WORDS);
    }

    @Test
    void theJavaExampleSendsAnEvent() throws Exception {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        // The lines between are those of the page, so that what stands there compiles and runs.
        Instant time = Instant.parse("2026-01-05T12:00:00Z");
        Source meter = new Source("acme", "cloud");
        Event usage = new UsageRecorded(
                "cloud", "shop", ConsumerKind.UNIT, "compute", new BigDecimal("8"), "vcpu-hour", null, Map.of());
        CloudEvent event = new CloudEvent(EventIds.derived(time, meter, "rack-7", "12:00"), meter, "shop", time, usage);
        producer.send(new KafkaBinding(new EventCodec()).toRecord(event)).get();
        // As far as here.

        assertThat(producer.history()).hasSize(1);
        String source = Files.readString(Path.of("src/test/java/dev/triad/events/EventReferenceContractTest.java"));
        String example = source.substring(
                source.indexOf("        Instant time = Instant.parse(\"2026"),
                source.indexOf("        // As far as here."));
        assertThat(blocks("java"))
                .containsExactly(example.replaceAll("(?m)^ {8}", "").strip());
    }

    /** The fenced blocks of one language. */
    static Stream<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(page())
                .results()
                .map((MatchResult block) -> block.group(1));
    }

    private static String row(String what, int most, String unit) {
        return String.format(Locale.ROOT, "| %s | %,d %s", what, most, unit).stripTrailing() + " |";
    }

    private static String page() {
        try {
            return Files.readString(EventReference.PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("docs/events.md", e);
        }
    }
}
