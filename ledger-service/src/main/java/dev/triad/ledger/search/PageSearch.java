package dev.triad.ledger.search;

import dev.triad.ledger.stream.BookedEntry;
import dev.triad.ledger.stream.StreamedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A search that answers with one page, after a bounded time. */
final class PageSearch implements Search.Listener {
    private final List<StreamedEntry> entries = new ArrayList<>();
    private final long begun = System.nanoTime();

    static EntriesFound run(Searches searches, SearchRequest request) {
        PageSearch page = new PageSearch();
        Search search = searches.search(request, page);
        try {
            boolean complete = search.run();
            SearchProgress progress = search.progress();
            return new EntriesFound(
                    request.group().group().name(),
                    request.order().code(),
                    page.entries,
                    progress.scanned(),
                    complete,
                    progress.at(),
                    complete ? null : progress.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void found(BookedEntry entry, SearchCursor at) {
        entries.add(StreamedEntry.of(entry));
    }

    /** The first portion is read in any case, so that each page brings the search on. */
    @Override
    public boolean goOn(SearchProgress progress) {
        return progress.scanned() == 0 || System.nanoTime() - begun < SearchLimits.PAGE_TIME.toNanos();
    }
}
