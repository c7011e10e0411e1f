package dev.triad.simulation.runner;

import dev.triad.events.CloudEvent;
import dev.triad.simulation.emission.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** Events under way, until Kafka has acknowledged them all; what fails is sent again. */
final class Outstanding {
    private static final Logger LOG = Logger.getLogger(Outstanding.class);
    private static final long RESEND_PAUSE_MILLIS = 500;

    private record Sent(CloudEvent event, CompletableFuture<Void> acknowledged) {}

    private final Emission emission;
    private final UnitObserver observer;
    private final List<Sent> sent = new ArrayList<>();

    Outstanding(Emission emission, UnitObserver observer) {
        this.emission = emission;
        this.observer = observer;
    }

    void send(CloudEvent event) {
        if (observer.admits(event)) {
            sent.add(new Sent(event, emission.emit(event)));
        }
    }

    /** Waits until Kafka has everything. A resent event keeps its id, so that it counts once. */
    void await() throws InterruptedException {
        for (Sent one : sent) {
            CompletableFuture<Void> acknowledged = one.acknowledged();
            while (!isWritten(acknowledged)) {
                Thread.sleep(RESEND_PAUSE_MILLIS);
                acknowledged = emission.emit(one.event());
            }
            observer.recorded(one.event());
        }
        sent.clear();
    }

    private static boolean isWritten(CompletableFuture<Void> acknowledged) throws InterruptedException {
        try {
            acknowledged.get();
            return true;
        } catch (ExecutionException e) {
            LOG.warnf("event not acknowledged and sent again reason=\"%s\"", e.getCause());
            return false;
        }
    }
}
