package dev.triad.ledger.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands what has just become durable to the readers of the stream. Nobody listening costs nothing. */
@ApplicationScoped
public class LiveFeed {
    /** The most readers at once. */
    static final int READERS_MAX = 500;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final ObjectMapper mapper = EventCodec.mapper();
    private final Groups groups;

    LiveFeed(Groups groups) {
        this.groups = groups;
    }

    Reader join(StreamFilter filter) {
        if (readers.size() >= READERS_MAX) {
            throw Problems.TOO_MANY_READERS.because("At most " + READERS_MAX + " readers at once; try again later.");
        }
        Reader reader = new Reader(filter);
        readers.add(reader);
        return reader;
    }

    void leave(Reader reader) {
        readers.remove(reader);
    }

    int readers() {
        return readers.size();
    }

    void onCommitted(@Observes Journal.Committed committed) {
        if (readers.isEmpty()) {
            return;
        }
        Map<String, Asset> assets = new ConcurrentHashMap<>();
        committed.posted().forEach(posted -> offer(posted, assets));
        // A rate that prices very many usages anew shows some of them: a reader's queue would drop the rest anyway.
        committed.repriced().first().forEach(posted -> offer(posted, assets));
    }

    private void offer(Posted posted, Map<String, Asset> assets) {
        Asset asset = assets.computeIfAbsent(
                posted.group(), group -> groups.known(group).group().asset());
        StreamedEntry entry = view(posted, asset);
        readers.forEach(reader -> reader.offer(entry));
    }

    private StreamedEntry view(Posted posted, Asset asset) {
        @Nullable CloudEvent cause = posted.cause();
        return new StreamedEntry(
                posted.name(),
                posted.group(),
                posted.event().source().unit(),
                asset.toString(),
                cause == null ? null : cause.type().typeName(),
                posted.event().id().toString(),
                cause == null ? null : cause.subject(),
                posted.time(),
                posted.entry().rule().code(),
                postings(posted, asset),
                cause == null ? null : mapper.valueToTree(cause.data()));
    }

    private static java.util.List<StreamedEntry.PostingView> postings(Posted posted, Asset asset) {
        Collection<dev.triad.ledger.posting.Posting> postings = posted.entry().postings();
        return postings.stream()
                .map(posting -> new StreamedEntry.PostingView(posting.account(), asset.format(posting.amount())))
                .toList();
    }
}
