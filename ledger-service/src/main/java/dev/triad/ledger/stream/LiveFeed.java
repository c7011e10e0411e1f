package dev.triad.ledger.stream;

import dev.triad.events.Asset;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.problem.Problems;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what has just become durable to the readers of the stream, in one thread of its own: neither many readers nor slow
 * ones ever hold the journal up. Nobody listening costs nothing.
 */
@ApplicationScoped
public class LiveFeed {
    /** How long it gathers what came before it passes that on: each time wakes every reader. */
    private static final long GATHERING_MILLIS = 20;

    private static final long LOOK_MILLIS = 1_000;

    private final Function<String, Asset> assetOf;
    private final Seal seal = new Seal();
    private final String epoch = StreamId.newEpoch();
    private final Window window = new Window(StreamLimits.WINDOW_ENTRIES, StreamLimits.WINDOW_BYTES);
    private final HandOver handOver = new HandOver(StreamLimits.HANDED_OVER);
    private final Map<String, Asset> assets = new ConcurrentHashMap<>();
    private final ReentrantLock passing = new ReentrantLock();
    private final Set<Reader> readers = new HashSet<>();
    private volatile int readersNow;
    private long lastLeft;
    private @Nullable Thread thread;

    @Inject
    LiveFeed(Groups groups) {
        this((String group) -> groups.declared(group).group().asset());
    }

    /** @param assetOf tells the asset of a group's amounts */
    LiveFeed(Function<String, Asset> assetOf) {
        this.assetOf = assetOf;
    }

    /**
     * A reader that has joined.
     *
     * @param begin the number after which it is shown what comes
     * @param gap what it missed before that, if anything
     * @param hello what it is told first
     */
    record Joined(Reader reader, StreamId begin, StreamMessage.@Nullable Gap gap, StreamMessage.Hello hello) {}

    void onStart(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("live-feed").daemon().start(this::run);
    }

    @PreDestroy
    void onStop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void onCommitted(@Observes Journal.Committed committed) {
        handOver.offer(committed);
    }

    int readers() {
        return readersNow;
    }

    /** How many entries were posted and passed on. */
    long newest() {
        return window.newest();
    }

    /**
     * Lets a reader in.
     *
     * @param last the id of what it has seen last; null when it begins now
     */
    Joined join(StreamFilter filter, @Nullable Integer maxPerSecond, @Nullable String last) {
        Reader reader = new Reader(filter, maxPerSecond, System::nanoTime);
        Optional<StreamId> seen = last == null
                ? Optional.empty()
                : StreamId.parse(last, sealFor(filter)).filter(id -> id.epoch().equals(epoch));
        Window.After after = join(reader, seen.map(StreamId::sequence).orElse(Long.MAX_VALUE));
        reader.resume(missed(filter, after.entries()), after.newest());
        StreamId newest = id(after.newest(), filter);
        StreamMessage.Gap gap = null;
        if (last != null && seen.isEmpty()) {
            gap = new StreamMessage.Gap(GapReason.EPOCH.code(), null, last, newest.toString());
        } else if (after.missed() > 0) {
            StreamId begin = id(
                    after.entries().isEmpty()
                            ? after.newest()
                            : after.entries().getFirst().sequence() - 1,
                    filter);
            gap = new StreamMessage.Gap(
                    GapReason.WINDOW.code(), filter.isOfEveryGroup() ? after.missed() : null, last, begin.toString());
        }
        boolean resumed = seen.isPresent() && gap == null;
        return new Joined(
                reader,
                seen.isPresent() && last != null ? seen.get() : newest,
                gap,
                hello(newest, resumed, maxPerSecond, filter));
    }

    /** As {@link #matching}, in the reader's own thread, which must not share the texts that the feed lets go of. */
    private static long[] missed(StreamFilter filter, List<LiveEntry> entries) {
        return entries.stream()
                .filter(entry -> filter.matches(entry.booked()))
                .mapToLong(LiveEntry::sequence)
                .toArray();
    }

    private Window.After join(Reader reader, long last) {
        passing.lock();
        try {
            if (readers.size() >= StreamLimits.READERS) {
                throw Problems.TOO_MANY_READERS.because(
                        "At most " + StreamLimits.READERS + " readers at once; try again later.");
            }
            handOver.want(true);
            pass(handOver.drain());
            readers.add(reader);
            readersNow = readers.size();
            return window.after(Math.min(last, window.newest()));
        } finally {
            passing.unlock();
        }
    }

    void leave(Reader reader) {
        passing.lock();
        try {
            readers.remove(reader);
            readersNow = readers.size();
            lastLeft = System.nanoTime();
        } finally {
            passing.unlock();
        }
    }

    /** Those of some entries that are still in the window. */
    List<LiveEntry> find(long[] sequences) {
        return window.find(sequences);
    }

    /** A place as it is named to whoever sees all groups. */
    StreamId id(long sequence) {
        return new StreamId(epoch, sequence, null);
    }

    /** A place as it is named to a reader: who does not see all groups is not told numbers. */
    StreamId id(long sequence, StreamFilter filter) {
        return new StreamId(epoch, sequence, sealFor(filter));
    }

    private @Nullable Seal sealFor(StreamFilter filter) {
        return filter.isOfEveryGroup() ? null : seal;
    }

    private StreamMessage.Hello hello(
            StreamId newest, boolean resumed, @Nullable Integer maxPerSecond, StreamFilter filter) {
        long oldest = window.oldest();
        return new StreamMessage.Hello(
                epoch,
                oldest == 0 ? null : id(oldest, filter).toString(),
                newest.toString(),
                resumed,
                maxPerSecond,
                StreamMessage.Limits.ALL);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                handOver.await(LOOK_MILLIS);
                step();
                Thread.sleep(GATHERING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes on all that has come. */
    void step() {
        passing.lock();
        try {
            pass(handOver.drain());
            if (readers.isEmpty() && System.nanoTime() - lastLeft > StreamLimits.WINDOW_IDLE.toNanos()) {
                handOver.want(false);
                window.clear();
            }
        } finally {
            passing.unlock();
        }
    }

    private void pass(HandOver.Handed handed) {
        window.skip(handed.unwanted());
        lose(GapReason.OVERRUN, handed.overrun());
        lose(GapReason.REPRICING, handed.repriced());
        if (handed.entries().isEmpty()) {
            return;
        }
        try {
            offer(window.add(handed.entries().stream().map(this::booked).toList()));
        } catch (RuntimeException e) {
            Log.errorf(
                    e,
                    "entries were not shown to the stream count=%d",
                    handed.entries().size());
            lose(GapReason.OVERRUN, handed.entries().size());
        }
    }

    private void lose(GapReason reason, long count) {
        if (count > 0) {
            window.skip(count);
            readers.forEach(reader -> reader.lose(reason, count));
        }
    }

    /** Readers that ask for the same are looked for once. */
    private void offer(List<LiveEntry> entries) {
        long newest = entries.getLast().sequence();
        Map<StreamFilter, long[]> found = new HashMap<>();
        for (Reader reader : readers) {
            reader.offer(found.computeIfAbsent(reader.filter(), filter -> matching(filter, entries)), newest);
        }
        entries.forEach(LiveEntry::passed);
    }

    /** Which of them the filter lets through; what they say is made text once, for all filters. */
    private static long[] matching(StreamFilter filter, List<LiveEntry> entries) {
        return entries.stream()
                .filter(entry -> filter.matches(entry.booked(), entry::searchable))
                .mapToLong(LiveEntry::sequence)
                .toArray();
    }

    private BookedEntry booked(Posted posted) {
        return BookedEntry.of(posted, assets.computeIfAbsent(posted.group(), assetOf));
    }
}
