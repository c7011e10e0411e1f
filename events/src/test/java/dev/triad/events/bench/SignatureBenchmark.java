package dev.triad.events.bench;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.signature.EventReader;
import dev.triad.signature.LogCut;
import dev.triad.signature.Producer;
import dev.triad.signature.Producers;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import dev.triad.signature.SourcePattern;
import dev.triad.signature.TrustedKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What it takes to hold an event to its producer, beside reading it. */
public class SignatureBenchmark extends Measured {
    private static final SigningKey KEY =
            SigningKey.ofBase64("key", Base64.getEncoder().encodeToString(new byte[SigningKey.BYTES_MIN]));

    @Param({"SALE", "USAGE"})
    public Sample sample = Sample.SALE;

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final Signer signer = Signer.of("store", KEY);
    private final EventReader believing = new EventReader(Producers.NONE);
    private final EventReader checking = new EventReader(new Producers(
            List.of(new Producer("store", List.of(TrustedKey.current(KEY)), List.of(SourcePattern.parse("/*/store")))),
            new LogCut(Map.of())));

    private ConsumerRecord<byte[], byte[]> record = CodecBenchmark.consumed(signed());

    @Setup
    public void prepare() {
        record = CodecBenchmark.consumed(signed());
    }

    @Benchmark
    public CloudEvent baselineRead() {
        return believing.read(record);
    }

    @Benchmark
    public CloudEvent readChecked() {
        return checking.read(record);
    }

    @Benchmark
    public ProducerRecord<byte[], byte[]> baselineRecord() {
        return binding.toRecord(sample.event());
    }

    @Benchmark
    public ProducerRecord<byte[], byte[]> signedRecord() {
        return signed();
    }

    private ProducerRecord<byte[], byte[]> signed() {
        return signer.sign(binding.toRecord(sample.event()));
    }
}
