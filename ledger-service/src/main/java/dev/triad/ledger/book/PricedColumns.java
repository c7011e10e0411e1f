package dev.triad.ledger.book;

import dev.triad.events.ConsumerKind;
import dev.triad.ledger.policy.ActualEntry;
import dev.triad.ledger.posting.Usage;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an entry {@code e} says of the usage that a rate priced, and of the rate that had priced it before. */
public final class PricedColumns {
    /** To be selected. */
    public static final String COLUMNS = """
            e.quantity as priced_quantity, k.provider as priced_provider, k.consumer as priced_consumer,
            k.consumer_kind as priced_kind, k.resource as priced_resource,
            k.product as priced_product, k.cohort as priced_cohort,
            e.rate_from as priced_from, e.rate_event as priced_event,
            before.rate_from as before_from, before.rate_event as before_event
            """;

    /** To be joined; the limit keeps it a look-up that is only made for revisions. */
    public static final String JOINS = """
             left join usage_key k on k.id = e.usage_key
             left join lateral (
                 select b.rate_from, b.rate_event from entry b
                 where e.revision > 0 and b.event_id = e.event_id and b.source_id = e.source_id
                     and b.revision = e.revision - 1
                 limit 1) as before on true
            """;

    private PricedColumns() {}

    /** A rate as an entry cites it. */
    record Cited(Instant from, UUID event) {}

    /** What {@link #COLUMNS} say, before the rates are looked up. */
    record Priced(
            Usage usage,
            BigDecimal quantity,
            Cited rate,
            @Nullable Cited before) {
        ActualEntry.Priced of(String group, RateBook rates) {
            RateKey key = new RateKey(group, usage.provider(), usage.resource());
            return new ActualEntry.Priced(
                    usage, quantity, rate(rates, key, rate), before == null ? null : rate(rates, key, before));
        }

        private static Rate rate(RateBook rates, RateKey key, Cited cited) {
            return rates.published(key, cited.from(), cited.event())
                    .orElseThrow(() -> new IllegalStateException("an entry cites a rate of " + key + " by the event "
                            + cited.event() + " that is not on the books"));
        }
    }

    /** The usage with its rates, or null when no rate priced the entry. */
    public static ActualEntry.@Nullable Priced read(ResultSet rows, String group, RateBook rates) throws SQLException {
        Priced priced = read(rows);
        return priced == null ? null : priced.of(group, rates);
    }

    static @Nullable Priced read(ResultSet rows) throws SQLException {
        Cited rate = cited(rows, "priced_from", "priced_event");
        return rate == null
                ? null
                : new Priced(
                        Usage.kept(
                                rows.getString("priced_provider"),
                                rows.getString("priced_consumer"),
                                ConsumerKind.valueOf(rows.getString("priced_kind")),
                                rows.getString("priced_resource"),
                                rows.getString("priced_product"),
                                rows.getString("priced_cohort")),
                        rows.getBigDecimal("priced_quantity"),
                        rate,
                        cited(rows, "before_from", "before_event"));
    }

    private static @Nullable Cited cited(ResultSet rows, String from, String event) throws SQLException {
        Timestamp time = rows.getTimestamp(from);
        return time == null ? null : new Cited(time.toInstant(), rows.getObject(event, UUID.class));
    }
}
