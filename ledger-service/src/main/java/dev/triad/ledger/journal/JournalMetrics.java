package dev.triad.ledger.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.IntStream;

/** Counts what the journal has made durable. */
@ApplicationScoped
class JournalMetrics {
    private static final Duration[] BUCKETS = IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Counter entries;
    private final Counter postings;
    private final Counter duplicates;
    private final Counter waiting;
    private final Counter quarantined;
    private final DistributionSummary batch;
    private final Timer took;
    private final Timer commit;

    JournalMetrics(MeterRegistry registry) {
        entries = counter(registry, "triad.ledger.entries", "entries posted");
        postings = counter(registry, "triad.ledger.postings", "postings in them");
        duplicates = counter(registry, "triad.ledger.duplicates", "records that said what had been said before");
        waiting = counter(registry, "triad.ledger.waiting", "events that went into suspense");
        quarantined = counter(registry, "triad.ledger.quarantined", "records that were quarantined");
        batch = DistributionSummary.builder("triad.ledger.batch.entries")
                .description("entries in a batch")
                .register(registry);
        took = timer(
                registry, "triad.ledger.batch.duration", "from asking for a batch's transaction until it was durable");
        commit = timer(registry, "triad.ledger.commit.duration", "of a batch, its commit alone");
    }

    void onCommitted(@Observes Journal.Committed committed) {
        entries.increment(
                committed.posted().size() + (double) committed.repriced().entries());
        postings.increment(committed.repriced().postings()
                + committed.posted().stream()
                        .mapToInt(posted -> posted.entry().postings().size())
                        .sum());
        duplicates.increment(committed.duplicates());
        committed.suspended().forEach(item -> (item.wanted() == null ? quarantined : waiting).increment());
        if (!committed.posted().isEmpty()) {
            batch.record(committed.posted().size());
        }
        took.record(committed.took());
        commit.record(committed.commit());
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
