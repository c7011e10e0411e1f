package dev.triad.ledger.search;

import dev.triad.ledger.account.TimeParameter;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.log.LogScans;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.stream.BookedEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One search: reads entries in order, portion by portion, and the records of those that may be wanted. Whoever listens decides
 * how long it goes on.
 */
final class Search {
    /** How many records are read back at once; the listener hears after each time. */
    private static final int RECORDS = 8_192;

    private final EntryScan scan;
    private final LogScans log;
    private final SearchRequest request;
    private final Instant from;
    private final Instant to;
    private final Listener listener;
    private EntryScan.Edges edges = new EntryScan.Edges(null, null);
    private @Nullable SearchCursor cursor;
    private long scanned;
    private int matched;

    /** Is told what a search finds. */
    interface Listener {
        void found(BookedEntry entry, SearchCursor at) throws IOException;

        /** Whether the search is to go on. */
        boolean goOn(SearchProgress progress) throws IOException;
    }

    Search(EntryScan scan, LogScans log, SearchRequest request, Listener listener) {
        this.scan = scan;
        this.log = log;
        this.request = request;
        this.listener = listener;
        this.from = request.from() == null ? TimeParameter.BEGINNING : request.from();
        this.to = request.to() == null ? TimeParameter.END : request.to();
        this.cursor = request.cursor();
    }

    /** Runs until the limit is reached, the span is read, or the listener has enough; whether the span is read. */
    boolean run() throws IOException {
        edges = scan.edges(from, to);
        int size = SearchLimits.PORTION_FIRST;
        boolean goesOn = listener.goOn(progress());
        while (goesOn) {
            EntryScan.Portion portion = scan.portion(request, from(), to(), cursor, size);
            scanned += portion.scanned();
            goesOn = take(portion.entries().stream()
                    .filter(request.filter()::matchesBooks)
                    .toList());
            if (goesOn) {
                cursor = portion.last() == null ? cursor : portion.last();
                if (portion.scanned() < size) {
                    return true;
                }
                goesOn = listener.goOn(progress());
                size = Math.min(2 * size, SearchLimits.PORTION_MAX);
            }
        }
        return false;
    }

    /** Where it is. */
    SearchProgress progress() {
        return new SearchProgress(scanned, matched, cursor, edges.first(), edges.last());
    }

    /** Beyond the cursor lies nothing that is before it; the index is then entered where the cursor is. */
    private Instant from() {
        return cursor != null && request.order() == SearchOrder.ASC ? cursor.time() : from;
    }

    private Instant to() {
        if (cursor == null || request.order() == SearchOrder.ASC) {
            return to;
        }
        Instant after = TimeParameter.after(cursor.time());
        return after == null || after.isAfter(to) ? to : after;
    }

    private boolean take(List<BookedEntry> candidates) throws IOException {
        int begin = 0;
        while (begin < candidates.size()) {
            int most = request.filter().needsRecord() ? RECORDS : Math.min(RECORDS, request.limit() - matched);
            List<BookedEntry> some = candidates.subList(begin, Math.min(candidates.size(), begin + most));
            if (!find(some)) {
                return false;
            }
            begin += some.size();
            if (begin < candidates.size() && !listener.goOn(progress())) {
                return false;
            }
        }
        return true;
    }

    /** Shows those that are wanted; whether more are. */
    private boolean find(List<BookedEntry> candidates) throws IOException {
        Map<RecordPosition, ConsumerRecord<byte[], byte[]>> records =
                log.read(candidates.stream().map(BookedEntry::place).toList());
        for (BookedEntry candidate : candidates) {
            ConsumerRecord<byte[], byte[]> record = records.get(candidate.place());
            BookedEntry entry = candidate.with(record == null ? null : RecordDecoder.raw(record));
            cursor = new SearchCursor(request.order(), entry.bookedAt(), LogPlace.of(entry.place()), entry.revision());
            if (request.filter().matchesRecord(entry)) {
                matched++;
                listener.found(entry, cursor);
                if (matched == request.limit()) {
                    return false;
                }
            }
        }
        return true;
    }
}
