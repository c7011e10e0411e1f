package dev.triad.ledger.suspense;

import dev.triad.ledger.timer.Timer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How much is in suspense and in quarantine, and for how long. Looked at every few seconds and never by a scrape; counted
 * along an index, and no further than to a bound, so that a look takes little however much there is.
 */
@ApplicationScoped
class SuspenseGauges {
    static final int COUNTED_MAX = 100_000;

    private static final List<String> STATES = List.of("waiting", "quarantined");
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String LOOK = """
            select (select count(*) from (select 1 from suspense where state = :state limit :most) bounded),
                   (select extract(epoch from now() - received_at) from suspense where state = :state
                    order by id limit 1)
            """;

    /** What a look found of one state. */
    private record Found(double items, double ageSeconds) {
        static final Found UNKNOWN = new Found(Double.NaN, Double.NaN);
    }

    private final Jdbi jdbi;
    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private @Nullable Timer timer;

    SuspenseGauges(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        for (String state : STATES) {
            Gauge.builder("triad.ledger.suspense.items", () -> of(state).items())
                    .description(
                            "records that wait for their counterpart, or are quarantined; counted up to " + COUNTED_MAX)
                    .tag("state", state)
                    .register(registry);
            Gauge.builder("triad.ledger.suspense.age", () -> of(state).ageSeconds())
                    .description("for how long the oldest of them has been there; 0 when there is none")
                    .baseUnit("seconds")
                    .tag("state", state)
                    .register(registry);
        }
    }

    void onStart(@Observes StartupEvent event) {
        timer = Timer.start("suspense-gauges", PAUSE, this::look);
    }

    @PreDestroy
    void onStop() {
        if (timer != null) {
            timer.close();
        }
    }

    void look() {
        try {
            STATES.forEach(state -> found.put(state, look(state)));
        } catch (RuntimeException e) {
            found.clear();
            throw e;
        }
    }

    private Found look(String state) {
        return jdbi.withHandle(handle -> handle.createQuery(LOOK)
                .bind("state", state)
                .bind("most", COUNTED_MAX)
                .map((rows, _) -> new Found(rows.getLong(1), Math.max(0, rows.getDouble(2))))
                .one());
    }

    private Found of(String state) {
        return found.getOrDefault(state, Found.UNKNOWN);
    }
}
