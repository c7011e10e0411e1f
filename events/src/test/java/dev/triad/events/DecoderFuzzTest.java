package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.testing.Allocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come as an event: they are read or refused in one short sentence, in memory in proportion to them, and
 * what is read is the same when it is written and read again.
 */
class DecoderFuzzTest {
    private static final Allocation ALLOCATION = new Allocation(1 << 20, 96);

    /** A header takes two bytes of input, and what guides the fuzzer allocates for each header too. */
    private static final Allocation RECORD_ALLOCATION = new Allocation(1 << 20, 4_096);

    private static final int MESSAGE_LENGTH_MAX = 300;

    private static final EventCodec CODEC = new EventCodec();
    private static final KafkaBinding BINDING = new KafkaBinding(CODEC);
    private static final StructuredEvents LINES = new StructuredEvents(CODEC);

    static Stream<byte[]> documents() {
        return examples().map(event -> joined(new byte[] {digit(event.type())}, CODEC.encode(event.data())));
    }

    /** The digit of a type, and the data of an event of that type. */
    @MethodSource("documents")
    @FuzzTest
    void data(byte[] input) {
        if (input.length == 0) {
            return;
        }
        EventType type = EventType.VALUES.get(Math.floorMod(input[0] - '0', EventType.VALUES.size()));
        byte[] json = Arrays.copyOfRange(input, 1, input.length);
        Event event = read(ALLOCATION, json.length, () -> CODEC.decode(type, json));
        if (event != null) {
            byte[] again = CODEC.encode(event);
            assertThat(CODEC.decode(type, again)).isEqualTo(event);
            assertThat(ContractSchemas.faults(type, json(again))).isEmpty();
        }
    }

    static Stream<byte[]> records() {
        return examples().map(BINDING::toRecord).map(DecoderFuzzTest::written);
    }

    /** A record: its topic, a header a line, an empty line, and its value. */
    @MethodSource("records")
    @FuzzTest
    void record(byte[] input) {
        ConsumerRecord<byte[], byte[]> record = parsed(input);
        CloudEvent event = read(RECORD_ALLOCATION, input.length, () -> BINDING.fromRecord(record));
        if (event != null) {
            assertThat(BINDING.fromRecord(Records.received(BINDING.toRecord(event))))
                    .isEqualTo(event);
        }
    }

    static Stream<byte[]> lines() {
        return examples().map(LINES::format).map(Utf8::bytes);
    }

    /** An event as one JSON object. */
    @MethodSource("lines")
    @FuzzTest
    void line(byte[] input) {
        String line = new String(input, StandardCharsets.UTF_8);
        CloudEvent event = read(ALLOCATION, input.length, () -> LINES.parse(line));
        if (event != null) {
            assertThat(LINES.parse(LINES.format(event))).isEqualTo(event);
            assertThat(BINDING.fromRecord(Records.received(BINDING.toRecord(event))))
                    .isEqualTo(event);
        }
    }

    /** What is read, or null when it is refused. */
    private static <T> @Nullable T read(Allocation allocation, int inputBytes, Supplier<T> reading) {
        return allocation.<@Nullable T>bounded(inputBytes, () -> {
            try {
                return reading.get();
            } catch (InvalidEventException e) {
                assertThat(e.getMessage())
                        .isNotBlank()
                        .hasSizeLessThan(MESSAGE_LENGTH_MAX)
                        .doesNotContain("\n");
                return null;
            }
        });
    }

    private static Stream<CloudEvent> examples() {
        Source source = new Source("amazon", "store");
        Instant time = Instant.parse("2026-01-31T09:30:00Z");
        return EventType.VALUES.stream()
                .flatMap(type -> Stream.concat(
                                ContractSchemas.examples(type).stream(), Stream.of(ContractSchemas.full(type)))
                        .map(json -> CODEC.decode(type, ContractSchemas.bytes(json))))
                .map(data -> new CloudEvent(EventIds.derived(time, source, "x"), source, "subject", time, "key", data));
    }

    private static byte[] written(ProducerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(Utf8.bytes(record.topic() + '\n'));
        for (Header header : record.headers()) {
            text.writeBytes(joined(Utf8.bytes(header.key() + ':'), header.value(), Utf8.bytes("\n")));
        }
        text.writeBytes(joined(Utf8.bytes("\n"), record.value()));
        return text.toByteArray();
    }

    /** Without an empty line it has no value; a header without a colon has none either. */
    private static ConsumerRecord<byte[], byte[]> parsed(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        List<String> lines = (end < 0 ? text : text.substring(0, end)).lines().toList();
        Headers headers = new RecordHeaders();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int colon = line.indexOf(':');
            headers.add(
                    colon < 0 ? line : line.substring(0, colon),
                    colon < 0 ? null : line.substring(colon + 1).getBytes(StandardCharsets.ISO_8859_1));
        }
        String topic = lines.isEmpty() ? "" : lines.getFirst();
        return Records.of(
                Topics.EVENTS.contains(topic) ? topic : "elsewhere",
                headers,
                end < 0 ? null : Arrays.copyOfRange(input, end + 2, input.length));
    }

    private static byte digit(EventType type) {
        return (byte) ('0' + EventType.VALUES.indexOf(type));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return ContractSchemas.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
