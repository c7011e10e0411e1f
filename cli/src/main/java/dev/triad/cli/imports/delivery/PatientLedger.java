package dev.triad.cli.imports.delivery;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.events.CloudEvent;
import dev.triad.events.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Asks the ledger a bounded number of times and then goes without: an event that it already knows does no harm
 * when it is sent again. A ledger that stays away is left in peace a while before it is asked again, so that
 * an import does not wait for it at every batch.
 */
final class PatientLedger {
    private static final int RETRIES_MAX = 4;
    private static final Duration DELAY_FIRST = Duration.ofMillis(200);
    private static final Duration DELAY_MAX = Duration.ofSeconds(2);
    private static final int FAILURES_MAX = 10;
    private static final Duration REST = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final FailsafeExecutor<Map<UUID, EventState>> patiently = Failsafe.with(
            retry(),
            CircuitBreaker.<Map<UUID, EventState>>builder()
                    .withFailureThreshold(FAILURES_MAX)
                    .withDelay(REST)
                    .build());

    PatientLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The states of those events that the ledger knows; empty when it does not answer. Never fails. */
    CompletableFuture<Optional<Map<UUID, EventState>>> lookup(List<CloudEvent> events) {
        CompletableFuture<Optional<Map<UUID, EventState>>> all =
                CompletableFuture.completedFuture(Optional.of(new HashMap<>()));
        Map<Source, List<UUID>> bySource = events.stream()
                .collect(Collectors.groupingBy(
                        CloudEvent::source, Collectors.mapping(CloudEvent::id, Collectors.toList())));
        for (Map.Entry<Source, List<UUID>> source : bySource.entrySet()) {
            all = all.thenCombine(lookup(source.getKey(), source.getValue()), PatientLedger::merge);
        }
        return all;
    }

    /** Whether an event that it knows says the same; empty when it does not answer, or cannot tell. Never fails. */
    Optional<Boolean> saysTheSame(CloudEvent event) {
        return Failsafe.with(PatientLedger.<Optional<Boolean>>retry())
                .getStageAsync(() -> ledger.saysTheSame(event))
                .exceptionally(_ -> Optional.empty())
                .join();
    }

    /** A group as the ledger has it; empty when it has none, or does not answer. Never fails. */
    Optional<KnownGroup> group(String name) {
        return Failsafe.with(retry())
                .getStageAsync(() -> ledger.group(name))
                .exceptionally(_ -> Optional.empty())
                .join();
    }

    private static <T> RetryPolicy<T> retry() {
        return RetryPolicy.<T>builder()
                .withMaxRetries(RETRIES_MAX)
                .withBackoff(DELAY_FIRST, DELAY_MAX)
                .abortOn(CircuitBreakerOpenException.class)
                .build();
    }

    private CompletableFuture<Optional<Map<UUID, EventState>>> lookup(Source source, List<UUID> ids) {
        return patiently
                .getStageAsync(() -> ledger.lookup(source, ids))
                .thenApply(Optional::of)
                .exceptionally(_ -> Optional.empty());
    }

    private static Optional<Map<UUID, EventState>> merge(
            Optional<Map<UUID, EventState>> some, Optional<Map<UUID, EventState>> more) {
        return some.flatMap(first -> more.map(second -> {
            Map<UUID, EventState> both = new HashMap<>(first);
            both.putAll(second);
            return both;
        }));
    }
}
