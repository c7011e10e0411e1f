package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import dev.triad.events.Topics;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to turn one decoded event of a usual batch into a balanced entry. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PostingBenchmark {
    private static final int BATCH = 5_000;
    private static final long SEED = 20_260_101;

    private LedgerView books = new Unposted(Reference.EMPTY);
    private List<Received> records = List.of();

    /** The group and its rates are on the books, the batch is not. */
    @Setup
    public void prepare() {
        List<CloudEvent> events = Streams.of(SEED, 2 * BATCH);
        List<Received> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            all.add(Streams.received(events.get(i), i));
        }
        MemoryBooks declared = new MemoryBooks();
        declared.post(all.stream().filter(PostingBenchmark::isReference).toList());
        books = new Unposted(declared.reference());
        records =
                all.stream().filter(record -> !isReference(record)).limit(BATCH).toList();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Batch post() {
        return BatchPoster.post(books, records);
    }

    private static boolean isReference(Received record) {
        return record.raw().position().topic().equals(Topics.REFERENCE);
    }

    /** Books on which nothing of the batch stands yet. */
    private record Unposted(Reference reference) implements LedgerView {
        @Override
        public Map<EventKey, UUID> known(List<Received.Decoded> events) {
            return new HashMap<>();
        }

        @Override
        public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) {
            return Map.of();
        }

        @Override
        public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action) {}

        @Override
        public void forEachBeyond(
                String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action) {}
    }
}
