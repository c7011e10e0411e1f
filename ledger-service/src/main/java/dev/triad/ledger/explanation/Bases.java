package dev.triad.ledger.explanation;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.RatePublished;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.ledger.account.Entries;
import dev.triad.ledger.account.EntryId;
import dev.triad.ledger.account.EntryRow;
import dev.triad.ledger.posting.Explanation.Basis;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.rate.Rate;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what entries rest on beside their events: rates, and for a return its sale with what came back before. */
@ApplicationScoped
class Bases {
    private static final String RATE = """
            select r.provider, r.resource, r.unit_of_measure, r.list, r.marginal_cost, r.full_cost,
                   r.effective_from, r.published_at, r.event_id, r.position
            from rate r join consolidation_group g on g.id = r.group_id
            where g.name = :group and r.event_id = :event""";

    private static final String SALE = """
            select e.sale, coalesce(e.occurred_at, e.booked_at) from entry e join source s on s.id = e.source_id
            where e.event_id = :sale and s.name = :source and e.revision = 0 and e.sale is not null""";

    private static final String RETURNED_BEFORE = """
            select b.line, b.quantity, b.proportional_quantity, b.refunded, b.cost_reversed
            from returned_before b join source s on s.id = b.source_id
            where b.return_id = :event and s.name = :source""";

    private record SoldAt(SaleRecorded sale, Instant time) {
        SaleOnFile returned(Map<Integer, ReturnedLine> before) {
            return new SaleOnFile(sale, time, before);
        }
    }

    private final Jdbi jdbi;
    private final Entries entries;
    private final EventCodec codec = new EventCodec();

    Bases(Jdbi jdbi, Entries entries) {
        this.jdbi = jdbi;
        this.entries = entries;
    }

    /** What an entry rests on, or nothing when the books do not know it. */
    Optional<Basis> of(EntryRow row, CloudEvent event) {
        if (event.data() instanceof SaleReturned returned && returned.sale() != null) {
            return sale(row.source(), returned.sale())
                    .map(sale -> new Basis.Returned(sale.returned(returnedBefore(row.source(), row.eventId()))));
        }
        if (row.rateEvent() == null) {
            return Optional.of(new Basis.EventAlone());
        }
        Optional<Rate> rate = rate(row.group(), row.rateEvent());
        if (row.revision() == 0) {
            return rate.map(Basis.AtRate::new);
        }
        return rate.flatMap(now -> entries.byId(new EntryId(row.id().position(), row.revision() - 1))
                .flatMap(corrected -> rate(row.group(), corrected.rateEvent()))
                .map(before -> new Basis.Repriced(now, before)));
    }

    private Optional<Rate> rate(String group, @Nullable UUID event) {
        return jdbi.withHandle(handle -> handle.createQuery(RATE)
                .bind("group", group)
                .bind("event", event)
                .map((rows, _) -> rate(rows))
                .findFirst());
    }

    private static Rate rate(ResultSet rows) throws SQLException {
        return new Rate(
                new RatePublished(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getBigDecimal(4),
                        rows.getBigDecimal(5),
                        rows.getBigDecimal(6),
                        rows.getTimestamp(7).toInstant()),
                rows.getTimestamp(8).toInstant(),
                rows.getObject(9, UUID.class),
                rows.getLong(10));
    }

    private Optional<SoldAt> sale(String source, UUID sale) {
        return jdbi.withHandle(handle -> handle.createQuery(SALE)
                .bind("sale", sale)
                .bind("source", source)
                .map((rows, _) -> new SoldAt(
                        (SaleRecorded) codec.decode(EventType.SALE_RECORDED, rows.getBytes(1)),
                        rows.getTimestamp(2).toInstant()))
                .findOne());
    }

    private Map<Integer, ReturnedLine> returnedBefore(String source, UUID event) {
        Map<Integer, ReturnedLine> before = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(RETURNED_BEFORE)
                .bind("event", event)
                .bind("source", source)
                .map((rows, _) -> Map.entry(
                        rows.getInt(1),
                        new ReturnedLine(
                                rows.getBigDecimal(2), rows.getBigDecimal(3), rows.getLong(4), rows.getLong(5))))
                .forEach(line -> before.put(line.getKey(), line.getValue())));
        return before;
    }
}
