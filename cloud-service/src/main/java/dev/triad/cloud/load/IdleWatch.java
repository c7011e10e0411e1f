package dev.triad.cloud.load;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Settles also when nothing is read any more: a day may be complete, or whoever is waited for idle. */
@Singleton
class IdleWatch {
    private static final Logger LOG = Logger.getLogger(IdleWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LoadDesk desk;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("triad-idle-watch").daemon().factory());

    IdleWatch(LoadDesk desk) {
        this.desk = desk;
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            desk.settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("settlement failed", e);
        }
    }
}
