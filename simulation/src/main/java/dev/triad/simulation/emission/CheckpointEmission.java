package dev.triad.simulation.emission;

import dev.triad.events.Topics;
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

    CheckpointEmission(@Channel(Channels.CHECKPOINTS) Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Replaces what is kept under a key; completes when Kafka has acknowledged it. */
    public CompletableFuture<Void> write(String key, byte[] value) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(Topics.SIMULATION)
                .withKey(key.getBytes(StandardCharsets.UTF_8))
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
