package dev.triad.simulation.emission;

import dev.triad.events.CloudEvent;
import dev.triad.signature.Signer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Emits what the simulation and the consumers of a unit bring about. */
@Singleton
public class EventEmission implements Emission {
    private final Sender sender;

    EventEmission(
            @Channel(Channels.EVENTS) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = Sender.BUFFER_SIZE)
                    Emitter<byte[]> emitter,
            Signer signer,
            MeterRegistry metrics,
            Traces traces) {
        this.sender = new Sender(emitter, signer, metrics, traces, Channels.EVENTS);
    }

    @Override
    public CompletableFuture<Void> emit(CloudEvent event) {
        return sender.send(event, Map.of());
    }
}
