package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever bytes come, reading them either gives an event or throws {@link InvalidEventException}: no other
 * exception, no overflow of the stack, no endless loop; and no message carries what was in them.
 */
class HostileInputTest {
    private static final String SECRET = "zq7secret";

    private final EventCodec codec = new EventCodec();
    private final KafkaBinding binding = new KafkaBinding(codec);
    private final StructuredEvents structured = new StructuredEvents(codec);

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void aMangledDocumentIsReadOrRefused(@ForAll("examples") CloudEvent event, @ForAll("edits") List<Edit> edits) {
        byte[] json = codec.encode(event.data());
        for (Edit edit : edits) {
            json = edit.apply(json);
        }

        readOrRefuse(event.type(), json);
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void randomBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes, @ForAll EventType type) {
        readOrRefuse(type, bytes);
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void aRecordWithMangledHeadersIsReadOrRefused(
            @ForAll("examples") CloudEvent event, @ForAll("positions") int which, @ForAll("edits") List<Edit> edits) {
        ProducerRecord<byte[], byte[]> sent = binding.toRecord(event);
        Header[] headers = sent.headers().toArray();
        Header victim = headers[which % headers.length];
        byte[] value = victim.value();
        for (Edit edit : edits) {
            value = edit.apply(value);
        }
        Headers mangled = new RecordHeaders(sent.headers()).remove(victim.key()).add(victim.key(), value);

        try {
            assertThat(binding.fromRecord(Records.of(sent.topic(), mangled, sent.value())))
                    .isNotNull();
        } catch (InvalidEventException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void aMangledLineIsReadOrRefused(@ForAll("examples") CloudEvent event, @ForAll("edits") List<Edit> edits) {
        byte[] line = Utf8.bytes(structured.format(event));
        for (Edit edit : edits) {
            line = edit.apply(line);
        }

        try {
            assertThat(structured.parse(new String(line, StandardCharsets.ISO_8859_1)))
                    .isNotNull();
        } catch (InvalidEventException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    @Test
    void theLargestAndWorstDocumentsTakeBoundedTime() {
        int most = EventCodec.BYTES_MAX;
        List<String> worst = List.of(
                "[".repeat(most),
                "{\"a\":".repeat(most / 5),
                "{\"lines\":[" + "{},".repeat(most / 4),
                "{\"labels\":{" + labels(most / 16) + "}}",
                "{\"x\":" + "9".repeat(most - 6) + "}",
                "{\"x\":\"" + "\\u0041".repeat((most - 8) / 6) + "\"}",
                "{" + labels(most / 16) + "}",
                "\"" + "\\".repeat(most - 1),
                " ".repeat(most));
        for (String json : worst) {
            for (EventType type : EventType.values()) {
                assertThatCode(() -> readOrRefuse(type, Utf8.bytes(json))).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMessageCarriesWhatStoodInTheDocument(EventType type) {
        for (JsonPointer place : ContractSchemas.places(ContractSchemas.full(type))) {
            for (String bad : List.of(SECRET + "\u0000", SECRET.toUpperCase(Locale.ROOT) + "!".repeat(300), SECRET)) {
                ObjectNode document = ContractSchemas.full(type);
                switch (document.at(place.head())) {
                    case ObjectNode object -> object.put(place.last().getMatchingProperty(), bad);
                    case ArrayNode array -> array.set(place.last().getMatchingIndex(), bad);
                    default -> throw new IllegalStateException(place.toString());
                }
                assertSaysNothing(type, document.toString());
            }
        }
        String full = ContractSchemas.full(type).toString();
        assertSaysNothing(type, full + SECRET);
        assertSaysNothing(type, full.replaceFirst("\"", SECRET));
        assertSaysNothing(type, full.replaceFirst(":", SECRET));
        assertSaysNothing(type, full.replaceFirst(":.", ":" + SECRET));
        assertSaysNothing(type, "{\"" + SECRET + "\":" + "[".repeat(100) + "}");
    }

    @Test
    void noMessageCarriesALabelOrAHeader() {
        String usage = ContractSchemas.full(EventType.USAGE_RECORDED).toString();
        assertSaysNothing(EventType.USAGE_RECORDED, usage.replace("region", SECRET + "\\u0000"));
        assertSaysNothing(EventType.USAGE_RECORDED, usage.replace("\"eu-west-1\"", "\"" + SECRET + "\\n\""));
        assertSaysNothing(
                EventType.USAGE_RECORDED, usage.replace("\"eu-west-1\"", "1").replace("region", SECRET));
        Event event = codec.decode(EventType.USAGE_RECORDED, Utf8.bytes(usage));
        for (String name : List.of("ce_specversion", "ce_type", "ce_source", "ce_id", "ce_time", "ce_subject")) {
            Headers headers = new RecordHeaders().add(name, Utf8.bytes(SECRET + "\u0000"));
            try {
                binding.fromRecord(Records.of(event.type().topic(), headers, codec.encode(event)));
                throw new AssertionError("taken");
            } catch (InvalidEventException e) {
                assertThat(e.getMessage()).doesNotContainIgnoringCase(SECRET);
            }
        }
    }

    @Provide
    Arbitrary<CloudEvent> examples() {
        Instant time = Instant.parse("2026-01-31T09:30:00Z");
        Source source = new Source("amazon", "store");
        return Arbitraries.of(Arrays.stream(EventType.values())
                .flatMap(type -> Stream.concat(
                                ContractSchemas.examples(type).stream(), Stream.of(ContractSchemas.full(type)))
                        .map(json -> codec.decode(type, ContractSchemas.bytes(json))))
                .map(data -> new CloudEvent(EventIds.derived(time, source, "x"), source, "subject", time, "key", data))
                .toList());
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(Arbitraries.of(Edit.Kind.class), positions(), positions(), Arbitraries.bytes())
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 5_000);
    }

    private void readOrRefuse(EventType type, byte[] json) {
        long start = System.nanoTime();
        try {
            assertThat(codec.decode(type, json)).isNotNull();
        } catch (InvalidEventException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300).doesNotContain("\n");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private void assertSaysNothing(EventType type, String json) {
        try {
            codec.decode(type, Utf8.bytes(json));
        } catch (InvalidEventException e) {
            assertThat(e.getMessage()).doesNotContainIgnoringCase(SECRET);
        }
    }

    private static String labels(int count) {
        Random random = new Random(7);
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < count; i++) {
            labels.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(Integer.toString(random.nextInt(), 36))
                    .append("\":\"\"");
        }
        return labels.toString();
    }

    /** One thing that goes wrong with bytes. */
    record Edit(Kind kind, int at, int length, byte value) {
        enum Kind {
            SET,
            INSERT,
            CUT,
            REPEAT,
            TRUNCATE
        }

        byte[] apply(byte[] bytes) {
            if (bytes.length == 0) {
                return bytes;
            }
            int from = at % bytes.length;
            int to = Math.min(bytes.length, from + length % 40);
            byte[] head = Arrays.copyOf(bytes, from);
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
            return switch (kind) {
                case SET -> join(head, new byte[] {value}, Arrays.copyOfRange(bytes, from + 1, bytes.length));
                case INSERT -> join(head, new byte[] {value}, part, tail);
                case CUT -> join(head, tail);
                case REPEAT -> join(head, part, part, tail);
                case TRUNCATE -> head;
            };
        }

        private static byte[] join(byte[]... parts) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                whole.writeBytes(part);
            }
            return whole.toByteArray();
        }
    }
}
