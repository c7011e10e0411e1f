package dev.triad.ledger.account;

import dev.triad.events.Source;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.book.PricedColumns;
import dev.triad.ledger.journal.ReferenceStore;
import dev.triad.ledger.policy.ActualEntry;
import dev.triad.ledger.policy.WhatIf;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.rate.RateBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The entries of books that keep none: each is derived from the actual book's when it is asked for. */
@ApplicationScoped
public class DerivedEntries {
    private static final int FETCH_ROWS = 2_000;

    private static final String SELECT = Entries.COLUMNS + Entries.POSTINGS + ", " + PricedColumns.COLUMNS
            + " from entry e" + Entries.NAMED + PricedColumns.JOINS;

    /** What moves nothing in the actual book may move something in another, if a rate priced it. */
    private static final String IN_ORDER = """
            where e.group_id = :group and (cardinality(e.accounts) > 0 or e.usage_key is not null)
            and e.booked_at >= :from and e.booked_at < :to
            order by e.booked_at, e.position, e.revision""";

    private static final String AFTER = """
            where e.group_id = :group and e.booked_at >= :from and e.booked_at < :to
            and (e.booked_at, e.position, e.revision) > (:time, :position, :revision)
            order by e.booked_at, e.position, e.revision""";

    private static final String UP_TO = """
            where e.group_id = :group and e.booked_at = :time
            and (e.position, e.revision) <= (:position, :revision)""";

    private final Jdbi jdbi;
    private final ReferenceStore references;

    DerivedEntries(Jdbi jdbi, ReferenceStore references) {
        this.jdbi = jdbi;
        this.references = references;
    }

    /** Reads in one transaction that sees one state. */
    <R, X extends Exception> R inSnapshot(HandleCallback<R, X> work) throws X {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            return work.withHandle(handle);
        });
    }

    /** The same, with the balances of a book that stay what they are until the end. */
    <R, X extends Exception> R inSnapshot(OpenBook.Other book, HandleCallback<R, X> work) throws X {
        return inSnapshot(List.of(book), work);
    }

    /**
     * The same of several books. Whoever rebuilds or deletes one of them takes its balances away at once, whatever others see,
     * and so has to wait.
     */
    <R, X extends Exception> R inSnapshot(List<OpenBook.Other> books, HandleCallback<R, X> work) throws X {
        return inSnapshot(handle -> {
            Bookshelf.hold(handle, books);
            return work.withHandle(handle);
        });
    }

    /** One of them, which may move nothing; nothing when the actual book has none of that name. */
    public Optional<EntryRow> byId(OpenBook.Other book, EntryId id) {
        return inSnapshot(handle -> {
            Mapper mapper = new Mapper(book, rates(handle));
            return handle.createQuery(SELECT + "where e.position = :position and e.revision = :revision")
                    .bind("position", LogPlace.of(id.position()))
                    .bind("revision", id.revision())
                    .map(mapper::row)
                    .findOne();
        });
    }

    /** Every entry that moves something, in the order in which things happened, read as a stream. */
    public void forEach(OpenBook.Other book, @Nullable Instant from, @Nullable Instant to, Consumer<EntryRow> action) {
        inSnapshot(handle -> {
            forEach(
                    handle,
                    book,
                    from == null ? TimeParts.BEGINNING : from,
                    to == null ? TimeParts.END : to,
                    null,
                    entry -> {
                        action.accept(entry);
                        return true;
                    });
            return book;
        });
    }

    /**
     * Those of a span, in their order, after a certain one when there is a cursor.
     *
     * @param action whether it wants more
     */
    void forEach(
            Handle handle,
            OpenBook.Other book,
            Instant from,
            Instant to,
            @Nullable StatementCursor cursor,
            Predicate<EntryRow> action) {
        Mapper mapper = new Mapper(book, rates(handle));
        try (Query query = handle.createQuery(SELECT + (cursor == null ? IN_ORDER : AFTER))) {
            query.bind("group", book.groupId())
                    .bind("from", from.atOffset(ZoneOffset.UTC))
                    .bind("to", to.atOffset(ZoneOffset.UTC))
                    .setFetchSize(FETCH_ROWS);
            if (cursor != null) {
                Statements.bind(query, cursor);
            }
            try (var rows = query.map(mapper::row).stream()) {
                Iterator<EntryRow> entries = rows.iterator();
                boolean more = true;
                while (more && entries.hasNext()) {
                    EntryRow entry = entries.next();
                    more = entry.postings().isEmpty() || action.test(entry);
                }
            }
        }
    }

    /** Those at a cursor's moment, up to and with its own. */
    List<EntryRow> upTo(Handle handle, OpenBook.Other book, StatementCursor cursor) {
        Mapper mapper = new Mapper(book, rates(handle));
        return Statements.bind(handle.createQuery(SELECT + UP_TO), cursor)
                .bind("group", book.groupId())
                .map(mapper::row)
                .list();
    }

    private RateBook rates(Handle handle) {
        try {
            return references.current(handle.getConnection()).reference().rates();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Derives an entry of each row. */
    private static final class Mapper {
        private final OpenBook.Other book;
        private final WhatIf rules;
        private final RateBook rates;

        private Mapper(OpenBook.Other book, RateBook rates) {
            this.book = book;
            this.rules = book.rules();
            this.rates = rates;
        }

        private EntryRow row(ResultSet rows, StatementContext context) throws SQLException {
            EntryRow actual = Entries.row(rows, context);
            ActualEntry entry = new ActualEntry(
                    actual.rule(),
                    Source.parse(actual.source()).unit(),
                    actual.postings().stream()
                            .map(leg -> new Posting(leg.account(), leg.amount()))
                            .toList(),
                    PricedColumns.read(rows, book.group().name(), rates));
            return actual.with(rules.of(entry).stream()
                    .map(posting -> new EntryRow.Leg(posting.account(), posting.amount()))
                    .toList());
        }
    }
}
