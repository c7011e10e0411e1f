package dev.triad.ledger.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.stream.BookedEntry;
import dev.triad.ledger.stream.SseWriter;
import dev.triad.ledger.stream.StreamedEntry;
import dev.triad.problem.Problem;
import dev.triad.problem.ProblemException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A search that tells what it finds as it finds it, until its client has enough and goes. */
final class StreamSearch implements Search.Listener {
    /** How far it is. */
    record Progress(
            long scanned,
            int matched,
            @Nullable Instant at,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /** That it is over, or why it cannot go on. */
    record End(
            boolean complete,
            long scanned,
            int matched,
            @Nullable String next,
            @Nullable Problem problem) {}

    private final SseWriter writer;
    private final BooleanSupplier isGone;

    private StreamSearch(SseWriter writer, BooleanSupplier isGone) {
        this.writer = writer;
        this.isGone = isGone;
    }

    /** @param isGone whether the client has gone: what is written to it then is lost without a word */
    static void run(
            Searches searches, SearchRequest request, ObjectMapper mapper, OutputStream out, BooleanSupplier isGone)
            throws IOException {
        SseWriter writer = new SseWriter(mapper, out);
        Search search = searches.search(request, new StreamSearch(writer, isGone));
        writer.event(null, "end", end(search));
        writer.flush();
    }

    private static End end(Search search) throws IOException {
        boolean complete = false;
        Problem problem = null;
        try {
            complete = search.run();
        } catch (ProblemException e) {
            problem = e.problem();
        } catch (JdbiException e) {
            Log.errorf(e, "a search cannot go on");
            problem = Problems.DATABASE_UNAVAILABLE.with("Try again shortly.");
        }
        SearchProgress progress = search.progress();
        return new End(complete, progress.scanned(), progress.matched(), complete ? null : progress.next(), problem);
    }

    @Override
    public void found(BookedEntry entry, SearchCursor at) throws IOException {
        writer.event(at.toString(), "entry", StreamedEntry.of(entry));
    }

    /** It goes on for as long as the client is there. */
    @Override
    public boolean goOn(SearchProgress progress) throws IOException {
        writer.event(
                null,
                "progress",
                new Progress(progress.scanned(), progress.matched(), progress.at(), progress.first(), progress.last()));
        writer.flush();
        return !isGone.getAsBoolean();
    }
}
