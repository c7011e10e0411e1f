package dev.triad.ledger.intake;

import dev.triad.ledger.timer.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has intake look every few seconds whether the database went back in time. */
@ApplicationScoped
class RewindTimer {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Intake intake;
    private @Nullable Timer timer;

    RewindTimer(Intake intake) {
        this.intake = intake;
    }

    void onStart(@Observes StartupEvent event) {
        timer = Timer.start("rewind", PAUSE, intake::watch);
    }

    @PreDestroy
    void onStop() {
        if (timer != null) {
            timer.close();
        }
    }
}
