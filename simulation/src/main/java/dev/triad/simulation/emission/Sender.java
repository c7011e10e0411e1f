package dev.triad.simulation.emission;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.KafkaBinding;
import dev.triad.signature.Signer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends events over one channel, with no more than a bounded number of them under way. */
final class Sender {
    /** Less than the channel's buffer, so that the buffer never overflows. */
    static final int IN_FLIGHT_MAX = 4_096;

    /** The buffer between emitter and connector, in messages. */
    static final int BUFFER_SIZE = 8_192;

    private final Emitter<byte[]> emitter;
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final Semaphore room = new Semaphore(IN_FLIGHT_MAX);
    private final Map<EventType, Counter> emitted = new EnumMap<>(EventType.class);
    private final Timer latency;
    private final Traces traces;
    private final Signer signer;

    Sender(Emitter<byte[]> emitter, Signer signer, MeterRegistry metrics, Traces traces, String channel) {
        this.emitter = emitter;
        this.signer = signer;
        this.traces = traces;
        for (EventType type : EventType.values()) {
            emitted.put(
                    type,
                    Counter.builder("triad.events.emitted")
                            .description("Events that Kafka has acknowledged")
                            .tag("type", type.typeName())
                            .tag("channel", channel)
                            .register(metrics));
        }
        latency = Timer.builder("triad.emit.latency")
                .description("From handing an event to the connector to Kafka's acknowledgement")
                .tag("channel", channel)
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    CompletableFuture<Void> send(CloudEvent event, Map<String, String> extraHeaders) {
        ProducerRecord<byte[], byte[]> record = binding.toRecord(event);
        extraHeaders.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Void> acknowledged = traces.send(event, signer.sign(record));
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            acknowledged.completeExceptionally(e);
            return acknowledged;
        }
        long started = System.nanoTime();
        CompletableFuture<Void> counted =
                acknowledged.whenComplete((_, failure) -> finished(event.type(), started, failure == null));
        try {
            emitter.send(message(record, acknowledged));
        } catch (IllegalStateException e) {
            acknowledged.completeExceptionally(e);
        }
        return counted;
    }

    private void finished(EventType type, long started, boolean written) {
        room.release();
        Counter counter = emitted.get(type);
        if (written && counter != null) {
            counter.increment();
            latency.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private static Message<byte[]> message(
            ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> acknowledged) {
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(record.topic())
                .withKey(record.key())
                .withHeaders(record.headers())
                .build();
        return Message.of(
                record.value(),
                Metadata.of(metadata),
                () -> {
                    acknowledged.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    acknowledged.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                });
    }
}
