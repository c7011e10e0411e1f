package dev.triad.simulation.emission;

import dev.triad.events.CloudEvent;
import dev.triad.events.KafkaBinding;
import dev.triad.signature.Signer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Emits the events of commands, each with a digest of the request that it answers. */
@Singleton
public class CommandEmission {
    private final Sender sender;

    CommandEmission(
            @Channel(Channels.COMMANDS) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = Sender.BUFFER_SIZE)
                    Emitter<byte[]> emitter,
            Signer signer,
            MeterRegistry metrics,
            Traces traces) {
        this.sender = new Sender(emitter, signer, metrics, traces, Channels.COMMANDS);
    }

    /** Writes the event of a command; completes when Kafka has acknowledged it. */
    public CompletableFuture<Void> emit(CloudEvent event, String requestDigest) {
        return sender.send(event, Map.of(KafkaBinding.REQUEST_DIGEST, requestDigest));
    }
}
