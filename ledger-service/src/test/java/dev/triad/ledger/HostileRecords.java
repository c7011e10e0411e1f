package dev.triad.ledger;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that no ledger should ever post: broken, cut off, oversized, or meant to do harm. */
final class HostileRecords {
    private static final int OVERSIZED_BYTES = EventCodec.BYTES_MAX + 1;
    private static final int OVERSIZED_MAX = 20;

    private final RandomGenerator random;
    private final List<ProducerRecord<byte[], byte[]>> sound;
    private int oversized;

    private HostileRecords(long seed, List<CloudEvent> events) {
        KafkaBinding binding = new KafkaBinding(new EventCodec());
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.sound = events.stream().map(binding::toRecord).toList();
    }

    /** As many records, over every topic, made of sound events by breaking them. */
    static List<ProducerRecord<byte[], byte[]>> of(long seed, List<CloudEvent> events, int count) {
        HostileRecords hostile = new HostileRecords(seed, events);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(count);
        while (records.size() < count) {
            records.add(hostile.next(Topics.EVENTS.get(records.size() % Topics.EVENTS.size())));
        }
        return records;
    }

    private ProducerRecord<byte[], byte[]> next(String topic) {
        ProducerRecord<byte[], byte[]> base = sound.get(random.nextInt(sound.size()));
        return switch (random.nextInt(10)) {
            case 0 -> record(topic, new RecordHeaders(), random(64));
            case 1 ->
                record(base.topic(), headers(base), Arrays.copyOf(base.value(), random.nextInt(base.value().length)));
            case 2 -> record(base.topic(), headers(base), text("{\"lines\":" + "[".repeat(20_000)));
            case 3 -> record(base.topic(), headers(base), text("{\"amount\":\"1E999999999\",\"quantity\":1e400}"));
            case 4 -> record(base.topic(), with(base, KafkaBinding.ID, "1-2-3-4-5"), base.value());
            case 5 ->
                record(
                        base.topic(),
                        with(base, KafkaBinding.SOURCE, "/amazon/../store'; drop table entry; --"),
                        base.value());
            case 6 -> record(base.topic(), with(base, KafkaBinding.TIME, "-999999999-01-01T00:00:00Z"), base.value());
            case 7 -> record(base.topic(), with(base, KafkaBinding.SUBJECT, "a\u0000b"), base.value());
            case 8 -> record(topic, with(base, KafkaBinding.TYPE, "triad.sale.recorded.v2"), base.value());
            default -> large(base);
        };
    }

    private ProducerRecord<byte[], byte[]> large(ProducerRecord<byte[], byte[]> base) {
        if (++oversized > OVERSIZED_MAX) {
            return record(base.topic(), headers(base), null);
        }
        byte[] value = new byte[OVERSIZED_BYTES];
        Arrays.fill(value, (byte) ' ');
        return record(base.topic(), headers(base), value);
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

    private static ProducerRecord<byte[], byte[]> record(
            String topic, RecordHeaders headers, byte @org.jspecify.annotations.Nullable [] value) {
        return new ProducerRecord<>(topic, null, null, text("hostile"), value, headers);
    }

    private byte[] random(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
