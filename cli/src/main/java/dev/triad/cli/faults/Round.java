package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import dev.triad.cli.workload.WorkloadSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/** One fault, once: a group of its own is traded into the log, the fault strikes, and the books are audited. */
final class Round {
    private static final Duration BEGIN_LONGEST = Duration.ofSeconds(60);
    private static final Duration RECOVERY_LONGEST = Duration.ofSeconds(120);
    private static final Duration SUSPENSE_LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration BETWEEN_LOOKUPS = Duration.ofMillis(500);

    private final Stage stage;
    private final Fault fault;
    private final long seed;
    private final WorkloadSettings workload;
    private final SplittableRandom chance;

    /** @param records how many records its group trades */
    Round(Stage stage, Fault fault, long seed, long records) {
        this.stage = stage;
        this.fault = fault;
        this.seed = seed;
        WorkloadSettings usual = WorkloadSettings.amazon(seed, records);
        this.workload =
                new WorkloadSettings("%s-%d".formatted(fault.name(), seed), seed, records, usual.from(), usual.span());
        this.chance = new SplittableRandom(seed);
    }

    Outcome run() throws IOException, InterruptedException, SQLException, ExecutionException {
        stage.replicas(fault.replicas());
        List<ReadinessWatch> probes = stage.ledgers().stream()
                .map(ledger -> new ReadinessWatch(Stage.address(ledger)))
                .toList();
        try (Feed feed = feed();
                AdvanceWatch advance = new AdvanceWatch(stage.database(), feed::ends)) {
            stage.alsoClose(feed);
            probes.forEach(ReadinessWatch::start);
            return run(feed, advance, probes);
        } finally {
            probes.forEach(ReadinessWatch::close);
        }
    }

    private Outcome run(Feed feed, AdvanceWatch advance, List<ReadinessWatch> probes)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        long before = sum(positions());
        Moment moment = Moment.any(chance);
        require(BEGIN_LONGEST, () -> probes.stream().allMatch(ReadinessWatch::isReady), "the ledger was not ready");
        advance.start();
        feed.start();
        long enough = before + (long) (moment.share() * feed.records());
        require(BEGIN_LONGEST, () -> sum(advance.positions()) >= enough, "the drain did not begin");
        Wait.of(moment.after());

        feed.struck();
        Injection injection = fault.strike(stage, chance);
        feed.over();

        Fed fed = feed.await();
        Map<TopicPartition, Long> ends = LogEnds.of(stage.servers());
        require(
                RECOVERY_LONGEST,
                () -> LogEnds.isLevel(advance.positions(), ends) && isHealthy(probes),
                "the books were not level with the log and every ledger ready");
        Duration recovery = Duration.ofNanos(System.nanoTime() - injection.over());
        advance.close();
        List<Span> standstills = advance.standstills();
        List<Span> whileItLasted = standstills.stream()
                .flatMap(span -> span.within(injection.lasting()).stream())
                .toList();
        long repeated = sum(ends) - before - feed.records();
        List<String> broken = new ArrayList<>(injection.broken());
        if (fault.feeding() != Feeding.IDEMPOTENT_PRODUCER && repeated == 0) {
            broken.add("nothing was sent again, so the fault did not strike");
        }
        Duration stall = advance.longestStall();
        fault.stallMost()
                .filter(most -> stall.compareTo(most) > 0)
                .ifPresent(most -> broken.add("a partition stood still for %d ms, and %d are promised"
                        .formatted(stall.toMillis(), most.toMillis())));
        Audit audit = audit(fed);
        broken.addAll(fault.aftermath(stage));
        return new Outcome(
                        seed,
                        0,
                        0,
                        repeated,
                        recovery,
                        stall,
                        untrue(probes, whileItLasted),
                        untrue(probes, standstills),
                        broken)
                .with(audit);
    }

    private static Duration untrue(List<ReadinessWatch> probes, List<Span> standstills) {
        return probes.stream()
                .map(probe -> Readiness.untrue(probe.answers(), standstills))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What waited for its counterpart clears by itself a moment after that has come. */
    private Audit audit(Fed fed) throws IOException, InterruptedException {
        try (Books books = new Books(Stage.address(stage.ledgers().getFirst()), fed.group())) {
            Wait.until(
                    SUSPENSE_LONGEST,
                    BETWEEN_LOOKUPS,
                    () -> books.posted(fed.ids()) >= fed.expectation().events());
            return Audit.of(fed.expectation(), books.read(fed.ids()));
        }
    }

    private Feed feed() throws IOException {
        return switch (fault.feeding()) {
            case IDEMPOTENT_PRODUCER -> new ProducerFeed(stage.servers(), workload, true);
            case RETRYING_PRODUCER -> new ProducerFeed(stage.servers(), workload, false);
            case TWO_IMPORTS ->
                new ImportFeed(stage.servers(), Stage.address(stage.ledgers().getFirst()), workload, stage.folder());
        };
    }

    private boolean isHealthy(List<ReadinessWatch> probes) {
        return stage.ledgers().stream().allMatch(Kept::isReady)
                && probes.stream().allMatch(ReadinessWatch::isReady);
    }

    private Map<TopicPartition, Long> positions() throws SQLException {
        try (Connection connection = stage.database().connect()) {
            return Database.positions(connection);
        }
    }

    private static long sum(Map<TopicPartition, Long> positions) {
        return positions.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void require(Duration longest, BooleanSupplier condition, String otherwise)
            throws InterruptedException {
        if (!Wait.until(longest, BETWEEN_LOOKS, condition)) {
            throw new RoundException("%s after %d s".formatted(otherwise, longest.toSeconds()));
        }
    }
}
