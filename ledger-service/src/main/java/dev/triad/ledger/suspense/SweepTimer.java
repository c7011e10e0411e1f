package dev.triad.ledger.suspense;

import dev.triad.ledger.timer.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has suspense swept every second. */
@ApplicationScoped
class SweepTimer {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SuspenseSweep sweep;
    private @Nullable Timer timer;

    SweepTimer(SuspenseSweep sweep) {
        this.sweep = sweep;
    }

    void onStart(@Observes StartupEvent event) {
        timer = Timer.start("suspense-sweep", PAUSE, sweep::sweep);
    }

    @PreDestroy
    void onStop() {
        if (timer != null) {
            timer.close();
        }
    }
}
