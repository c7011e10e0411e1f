package dev.triad.events.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The codec beside a plain Jackson tree parse of the same bytes. */
public class CodecBenchmark extends Measured {
    @Param({"SALE", "USAGE"})
    public Sample sample = Sample.SALE;

    private final EventCodec codec = new EventCodec();
    private final KafkaBinding binding = new KafkaBinding(codec);
    private final ObjectMapper plain = new ObjectMapper();
    private final ObjectMapper bound = EventCodec.mapper();

    private byte[] json = Sample.SALE.json();
    private CloudEvent event = Sample.SALE.event();
    private ConsumerRecord<byte[], byte[]> record = consumed(binding.toRecord(event));

    @Setup
    public void prepare() {
        json = sample.json();
        event = sample.event();
        record = consumed(binding.toRecord(event));
    }

    @Benchmark
    public JsonNode baselineTree() throws IOException {
        return plain.readTree(json);
    }

    @Benchmark
    public Event decode() {
        return codec.decode(sample.type(), json);
    }

    /** What a record costs when Jackson binds it by itself. */
    @Benchmark
    public Event baselineRecord() throws IOException {
        return bound.readValue(json, sample.type().record());
    }

    @Benchmark
    public byte[] encode() {
        return codec.encode(event.data());
    }

    @Benchmark
    public CloudEvent fromRecord() {
        return binding.fromRecord(record);
    }

    @Benchmark
    public ProducerRecord<byte[], byte[]> toRecord() {
        return binding.toRecord(event);
    }

    static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                sent.key().length,
                sent.value().length,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
