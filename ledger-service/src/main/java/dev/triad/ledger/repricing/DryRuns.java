package dev.triad.ledger.repricing;

import dev.triad.events.EventIds;
import dev.triad.events.Source;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.journal.PostedUsages;
import dev.triad.ledger.journal.ReferenceStore;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.Repricing;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateKey;
import dev.triad.ledger.room.Room;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/**
 * Computes what a rate would change, by the function that posts it, and changes nothing. The usages are read in
 * portions, in one read-only transaction that sees the books as they are at its beginning.
 */
@ApplicationScoped
class DryRuns {
    /** How many run at once; each holds a connection for as long as it reads. */
    static final int AT_ONCE_MAX = 2;

    private final Jdbi jdbi;
    private final ReferenceStore references;
    private final Room room = new Room(AT_ONCE_MAX, Problems.TOO_MANY_REPRICINGS);

    DryRuns(Jdbi jdbi, ReferenceStore references) {
        this.jdbi = jdbi;
        this.references = references;
    }

    RepricingView.Differences run(Proposal proposal) {
        try (Room.Place _ = room.enter()) {
            return jdbi.inTransaction(handle -> {
                handle.execute("set transaction isolation level repeatable read, read only");
                return tally(handle.getConnection(), proposal).differences();
            });
        } catch (ArithmeticException e) {
            throw Problems.REPRICING_TOO_LARGE.because("A difference does not fit 64 bits at the group's scale.");
        }
    }

    private Tally tally(Connection connection, Proposal proposal) {
        Groups.Known known = proposal.group();
        String group = known.group().name();
        RateKey key =
                new RateKey(group, proposal.rate().provider(), proposal.rate().resource());
        Rate rate = new Rate(
                proposal.rate(),
                proposal.publishedAt(),
                EventIds.derived(proposal.publishedAt(), new Source(group, key.provider()), "dry-run"),
                Rate.NOT_IN_THE_LOG);
        Reference reference = reference(connection).reference();
        Tally tally = new Tally(known.group().asset());
        Repricing.of(
                        known.group(),
                        key,
                        reference.rates(),
                        reference.closings().getOrDefault(group, Closings.NONE),
                        rate)
                .forEachDifference(new PostedUsages(connection), tally);
        return tally;
    }

    private ReferenceStore.Snapshot reference(Connection connection) {
        try {
            return references.current(connection);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
