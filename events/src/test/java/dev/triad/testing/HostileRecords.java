package dev.triad.testing;

import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Records that no ledger should ever post: broken, cut off, oversized, or meant to do harm. */
public final class HostileRecords {
    private static final byte[] KEY = text("hostile");

    /** Each takes half a megabyte to say nothing: a few are enough. */
    private static final int OVERSIZED_MAX = 50;

    private static final int NOISE_BYTES_MAX = 64;
    private static final int DEPTH = 20_000;
    private static final int HEADER_LENGTH = 100_000;

    private final RandomGenerator random;
    private final Map<String, List<ProducerRecord<byte[], byte[]>>> sound;
    private int oversized;

    private HostileRecords(long seed, List<ProducerRecord<byte[], byte[]>> sound) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.sound = sound.stream().collect(Collectors.groupingBy(ProducerRecord::topic));
    }

    /**
     * Records for every topic that carries events, one topic after the other in turn, made of sound records by
     * breaking them. The same seed and records give the same.
     *
     * @param sound records of at least two of the topics; one that names its partition stands there already
     * @param each how many for each topic
     */
    public static List<ProducerRecord<byte[], byte[]>> of(
            long seed, List<ProducerRecord<byte[], byte[]>> sound, int each) {
        HostileRecords hostile = new HostileRecords(seed, sound);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(each * Topics.EVENTS.size());
        for (int i = 0; i < each; i++) {
            for (String topic : Topics.EVENTS) {
                records.add(hostile.next(topic));
            }
        }
        return records;
    }

    /** Whether a record with this key is one of these. */
    public static boolean isKey(byte @Nullable [] key) {
        return Arrays.equals(KEY, key);
    }

    private ProducerRecord<byte[], byte[]> next(String topic) {
        ProducerRecord<byte[], byte[]> base = base(topic);
        byte[] value = base.value();
        return switch (random.nextInt(14)) {
            case 0 -> record(topic, new RecordHeaders(), noise());
            case 1 -> record(topic, headers(base), Arrays.copyOf(value, random.nextInt(value.length)));
            case 2 -> record(topic, headers(base), text("{\"lines\":" + "[".repeat(DEPTH)));
            case 3 -> record(topic, headers(base), text("{\"amount\":\"1E999999999\",\"quantity\":1e400}"));
            case 4 -> record(topic, with(base, KafkaBinding.ID, "1-2-3-4-5"), value);
            case 5 -> record(topic, with(base, KafkaBinding.SOURCE, "/amazon/../store'; drop table entry; --"), value);
            case 6 -> record(topic, with(base, KafkaBinding.TIME, "-999999999-01-01T00:00:00Z"), value);
            case 7 -> record(topic, with(base, KafkaBinding.SUBJECT, "a\u0000b"), value);
            case 8 -> record(topic, with(base, KafkaBinding.SUBJECT, "x".repeat(HEADER_LENGTH)), value);
            case 9 -> record(topic, with(base, KafkaBinding.TYPE, "triad.sale.recorded.v2"), value);
            case 10 -> misplaced(topic);
            case 11 -> record(topic, headers(base), string(value).getBytes(StandardCharsets.UTF_16));
            case 12 -> impostor(topic, base);
            default -> oversized(topic, base);
        };
    }

    /** A sound record of the topic; while there is none, one of another topic, which is wrong here anyway. */
    private ProducerRecord<byte[], byte[]> base(String topic) {
        List<ProducerRecord<byte[], byte[]>> own = sound.getOrDefault(topic, List.of());
        return own.isEmpty() ? foreign(topic) : own.get(random.nextInt(own.size()));
    }

    private ProducerRecord<byte[], byte[]> foreign(String topic) {
        List<ProducerRecord<byte[], byte[]>> others = sound.values().stream()
                .filter(records -> !records.getFirst().topic().equals(topic))
                .findFirst()
                .orElseThrow();
        return others.get(random.nextInt(others.size()));
    }

    private ProducerRecord<byte[], byte[]> misplaced(String topic) {
        ProducerRecord<byte[], byte[]> foreign = foreign(topic);
        return record(topic, headers(foreign), foreign.value());
    }

    /**
     * What takes the id of a record that stands before it in its partition, and says something else. None of usage:
     * the cloud reads it too, and by the contract it is sound.
     */
    private ProducerRecord<byte[], byte[]> impostor(String topic, ProducerRecord<byte[], byte[]> base) {
        boolean known = base.partition() != null && base.topic().equals(topic) && !topic.equals(Topics.USAGE);
        return known
                ? new ProducerRecord<>(
                        topic, base.partition(), null, KEY, text(' ' + string(base.value())), headers(base))
                : record(topic, headers(base), null);
    }

    private ProducerRecord<byte[], byte[]> oversized(String topic, ProducerRecord<byte[], byte[]> base) {
        if (++oversized > OVERSIZED_MAX) {
            return record(topic, headers(base), null);
        }
        byte[] value = new byte[EventCodec.BYTES_MAX + 1];
        Arrays.fill(value, (byte) ' ');
        return record(topic, headers(base), value);
    }

    private static RecordHeaders headers(ProducerRecord<byte[], byte[]> base) {
        return new RecordHeaders(base.headers().toArray());
    }

    private static RecordHeaders with(ProducerRecord<byte[], byte[]> base, String name, String value) {
        RecordHeaders headers = headers(base);
        headers.remove(name);
        headers.add(name, text(value));
        return headers;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Headers headers, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, null, null, KEY, value, headers);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(NOISE_BYTES_MAX)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}
