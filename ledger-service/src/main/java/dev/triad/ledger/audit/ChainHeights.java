package dev.triad.ledger.audit;

import dev.triad.ledger.timer.Timer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How high the chain is, lane by lane, for whoever watches that it only grows. */
@ApplicationScoped
class ChainHeights {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final MultiGauge heights;
    private @Nullable Timer timer;

    ChainHeights(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.heights = MultiGauge.builder("triad.ledger.chain.height")
                .description("links of the hash chain")
                .register(registry);
    }

    void onStart(@Observes StartupEvent event) {
        timer = Timer.start("chain-heights", PAUSE, this::measure);
    }

    @PreDestroy
    void onStop() {
        if (timer != null) {
            timer.close();
        }
    }

    void measure() throws SQLException {
        heights.register(
                jdbi.withHandle(handle -> LaneHead.read(handle.getConnection())).stream()
                        .map(head -> MultiGauge.Row.of(Tags.of("lane", head.lane()), head.height()))
                        .toList(),
                true);
    }
}
