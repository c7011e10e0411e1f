package dev.triad.ledger.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One reader's connection: writes what the reader takes, in the reader's own thread. */
final class LiveStream {
    private static final long COUNTS_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long RETRY_MILLIS = 2_000;

    /** How long a reader rests that was sent all that it may be sent. */
    private static final long REST_MILLIS = 20;

    private final LiveFeed feed;
    private final LiveFeed.Joined joined;
    private final ObjectMapper mapper;
    private final BooleanSupplier isGone;
    private final Allowance pace = new Allowance(System::nanoTime);
    private long sent;
    private long countedAt = System.nanoTime();
    private long countedMatching;
    private long heartbeatAt = System.nanoTime();

    /** @param isGone whether the client has gone, so that what is written to it is lost without a word, or may stay no longer */
    LiveStream(LiveFeed feed, LiveFeed.Joined joined, ObjectMapper mapper, BooleanSupplier isGone) {
        this.feed = feed;
        this.joined = joined;
        this.mapper = mapper;
        this.isGone = isGone;
    }

    /** Goes on until the client has gone or the ledger stops. */
    void write(OutputStream out) throws IOException {
        try {
            SseWriter writer = new SseWriter(mapper, out);
            begin(writer);
            while (!isGone.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                pass(writer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.leave(joined.reader());
        }
    }

    private void begin(SseWriter writer) throws IOException {
        writer.comment("connected");
        writer.retry(RETRY_MILLIS);
        writer.event(joined.begin().toString(), joined.hello().event(), joined.hello());
        if (joined.gap() != null) {
            say(writer, null, joined.gap());
        }
        writer.flush();
    }

    private void pass(SseWriter writer) throws IOException, InterruptedException {
        int perSecond = StreamLimits.perSecond(feed.readers());
        int most = pace.available(perSecond);
        if (most == 0) {
            Thread.sleep(REST_MILLIS);
        } else {
            Reader.Taken taken = joined.reader().take(most, untilCounts());
            pace.spend(taken.sequences().length, perSecond);
            write(writer, taken);
        }
        count(writer);
        writer.flush();
    }

    private void write(SseWriter writer, Reader.Taken taken) throws IOException {
        for (var lost : taken.lost().entrySet()) {
            Long missed = isOfEveryGroup() ? lost.getValue() : null;
            say(writer, null, new StreamMessage.Gap(lost.getKey().code(), missed, null, null));
        }
        List<LiveEntry> entries = feed.find(taken.sequences());
        joined.reader().skip(taken.sequences().length - entries.size());
        for (LiveEntry entry : entries) {
            writer.write(isOfEveryGroup() ? entry.sent(this::frame) : entry.sealed(this::frame));
        }
        sent += entries.size();
    }

    private String place(long sequence) {
        return feed.id(sequence, joined.reader().filter()).toString();
    }

    private boolean isOfEveryGroup() {
        return joined.reader().filter().isOfEveryGroup();
    }

    private byte[] frame(LiveEntry entry) {
        return SseWriter.frame(mapper, place(entry.sequence()), "entry", StreamedEntry.of(entry.booked()));
    }

    private long untilCounts() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(countedAt + COUNTS_NANOS - System.nanoTime()) + 1);
    }

    private void count(SseWriter writer) throws IOException {
        long now = System.nanoTime();
        if (now - countedAt < COUNTS_NANOS) {
            return;
        }
        Reader.Standing standing = joined.reader().standing();
        double seconds = (now - countedAt) / (double) COUNTS_NANOS;
        double perSecond = Math.round(10 * (standing.offered() - countedMatching) / seconds) / 10.0;
        say(
                writer,
                place(standing.position()),
                new StreamMessage.Counts(
                        standing.offered() - standing.waiting(),
                        sent,
                        standing.skipped(),
                        standing.waiting(),
                        isOfEveryGroup() ? standing.unseen() : null,
                        perSecond));
        countedAt = now;
        countedMatching = standing.offered();
        if (now - heartbeatAt >= HEARTBEAT_NANOS) {
            writer.comment("heartbeat");
            heartbeatAt = now;
        }
    }

    private static void say(SseWriter writer, @Nullable String id, StreamMessage message) throws IOException {
        writer.event(id, message.event(), message);
    }
}
