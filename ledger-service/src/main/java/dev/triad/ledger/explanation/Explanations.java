package dev.triad.ledger.explanation;

import dev.triad.events.CloudEvent;
import dev.triad.ledger.account.EntryRow;
import dev.triad.ledger.account.EntryView;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.log.LogReader;
import dev.triad.ledger.posting.Explained;
import dev.triad.ledger.posting.Explanation;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Explains entries. The event is read back from the log and posted once more; only an explanation that comes to
 * just what is on the books is given.
 */
@ApplicationScoped
class Explanations {
    static final String NOT_IN_THE_LOG = "The log does not hold its record any more.";
    static final String BASIS_UNKNOWN = "What it rests on is not on the books any more.";

    static final String DERIVED = "The book's policy makes another entry of the actual one, which explains itself: see"
            + " the same entry without book=.";

    private final LogReader log;
    private final Bases bases;
    private final RecordDecoder decoder = new RecordDecoder();

    Explanations(LogReader log, Bases bases) {
        this.log = log;
        this.bases = bases;
    }

    /** The entry with its reasons, or with the reason why there are none. */
    EntryView explained(Group group, EntryRow row) {
        if (row.postings().isEmpty()) {
            return EntryView.of(group.asset(), row);
        }
        Optional<CloudEvent> event = event(row);
        if (event.isEmpty()) {
            return EntryView.unexplained(group.asset(), row, NOT_IN_THE_LOG);
        }
        return bases.of(row, event.get())
                .map(basis -> Explanation.of(group, event.get(), basis))
                .filter(explained -> isOf(explained, row))
                .map(explained -> EntryView.explained(group.asset(), row, explained))
                .orElseGet(() -> EntryView.unexplained(group.asset(), row, BASIS_UNKNOWN));
    }

    private Optional<CloudEvent> event(EntryRow row) {
        return log.read(row.id().position())
                .map(decoder::decode)
                .filter(Received.Decoded.class::isInstance)
                .map(received -> ((Received.Decoded) received).event())
                .filter(event -> event.id().equals(row.eventId()));
    }

    private static boolean isOf(Explained explained, EntryRow row) {
        Map<String, Long> posted = new HashMap<>();
        explained.entry().postings().forEach(posting -> posted.put(posting.account(), posting.amount()));
        return posted.equals(
                row.postings().stream().collect(Collectors.toMap(EntryRow.Leg::account, EntryRow.Leg::amount)));
    }
}
