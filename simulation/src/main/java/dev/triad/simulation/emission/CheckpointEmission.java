package dev.triad.simulation.emission;

import dev.triad.events.Topics;
import dev.triad.signature.OwnRecords;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Writes checkpoints to the compacted topic {@value dev.triad.events.Topics#SIMULATION}. */
@Singleton
public class CheckpointEmission {
    private final Emitter<byte[]> emitter;
    private final OwnRecords own;

    CheckpointEmission(@Channel(Channels.CHECKPOINTS) Emitter<byte[]> emitter, OwnRecords own) {
        this.emitter = emitter;
        this.own = own;
    }

    /** Replaces what is kept under a key; completes when Kafka has acknowledged it. */
    public CompletableFuture<Void> write(String key, byte[] value) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(Topics.SIMULATION)
                .withKey(keyBytes)
                .withHeaders(own.headers(keyBytes, value))
                .build();
        try {
            emitter.send(Message.of(
                    value,
                    Metadata.of(metadata),
                    () -> {
                        acknowledged.complete(null);
                        return CompletableFuture.completedFuture(null);
                    },
                    failure -> {
                        acknowledged.completeExceptionally(failure);
                        return CompletableFuture.completedFuture(null);
                    }));
        } catch (IllegalStateException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }
}
