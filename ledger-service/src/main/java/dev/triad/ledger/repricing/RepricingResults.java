package dev.triad.ledger.repricing;

import dev.triad.events.Asset;
import dev.triad.events.RatePublished;
import dev.triad.ledger.account.Entries;
import dev.triad.ledger.account.EntryRow;
import dev.triad.ledger.account.EntryView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads what rates changed: the entries that cite them. They are added up in the database. */
@ApplicationScoped
class RepricingResults {
    /** A rate that is in suspense. */
    record Held(String state, String detail) {}

    private static final String RATE = """
            select g.id, g.name, g.asset_code, g.asset_scale, r.provider, r.resource, r.unit_of_measure, r.list,
                   r.marginal_cost, r.full_cost, r.effective_from, r.published_at
            from rate r join consolidation_group g on g.id = r.group_id where r.event_id = :event
            order by g.id limit 1""";

    /** A rate prices nothing before it takes effect, so that only later blocks are read. */
    private static final String CITING =
            " where e.rate_event = :event and e.group_id = :group and e.booked_at >= :from and e.revision > 0";

    private static final String COUNT = "select count(*) from entry e" + CITING;

    /** Summed by the accounts' numbers first: names are then looked up once an account, and not once a posting. */
    private static final String MOVED = """
            select a.name, moved.amount, moved.debit
            from (select p.account_id, sum(p.amount) as amount, sum(greatest(p.amount, 0)) as debit
                  from entry e cross join lateral unnest(e.accounts, e.amounts) as p (account_id, amount)"""
            + CITING
            + " group by p.account_id limit :limit) moved"
            + " join account a on a.id = moved.account_id order by a.name collate \"C\"";

    private record Published(int group, String groupName, Asset asset, RatePublished rate, Instant publishedAt) {}

    private record Moved(String account, BigInteger amount, BigInteger debit) {}

    private final Jdbi jdbi;
    private final Entries entries;

    RepricingResults(Jdbi jdbi, Entries entries) {
        this.jdbi = jdbi;
        this.entries = entries;
    }

    /** The rate that an event published with its differences, once it is on the books. */
    Optional<RepricingView> posted(UUID event) {
        return jdbi.withHandle(handle -> handle.createQuery(RATE)
                .bind("event", event)
                .map((rows, _) -> published(rows))
                .findFirst()
                .map(rate -> new RepricingView(
                        event.toString(),
                        rate.groupName(),
                        rate.asset().toString(),
                        "posted",
                        RepricingResource.rate(rate.rate(), rate.publishedAt()),
                        differences(handle, event, rate),
                        null)));
    }

    Optional<Held> inSuspense(UUID event) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select state, detail from suspense where event_id = :event and state <> 'resolved'
                        order by id limit 1""")
                .bind("event", event)
                .map((rows, _) -> new Held(rows.getString(1), rows.getString(2)))
                .findFirst());
    }

    private RepricingView.Differences differences(Handle handle, UUID event, Published rate) {
        Instant from = rate.rate().effectiveFrom();
        long count = handle.createQuery(COUNT)
                .bind("event", event)
                .bind("group", rate.group())
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
        List<Moved> moved = handle.createQuery(MOVED)
                .bind("event", event)
                .bind("group", rate.group())
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("limit", Tally.ACCOUNTS_MAX + 1)
                .map((rows, _) -> new Moved(
                        rows.getString(1),
                        rows.getBigDecimal(2).toBigIntegerExact(),
                        rows.getBigDecimal(3).toBigIntegerExact()))
                .list();
        Tally.requireFew(moved.size());
        Asset asset = rate.asset();
        return new RepricingView.Differences(
                count,
                asset.format(moved.stream().map(Moved::debit).reduce(BigInteger.ZERO, BigInteger::add)),
                moved.stream()
                        .filter(account -> account.amount().signum() != 0)
                        .map(account ->
                                new RepricingView.AccountDifference(account.account(), asset.format(account.amount())))
                        .toList(),
                entries.citing(rate.group(), event, from, Tally.FIRST_MAX).stream()
                        .map(row -> correction(asset, row))
                        .toList());
    }

    private static RepricingView.Correction correction(Asset asset, EntryRow row) {
        EntryView view = EntryView.of(asset, row);
        return new RepricingView.Correction(
                view.id(), String.valueOf(view.corrects()), view.time(), view.source(), view.event(), view.postings());
    }

    private static Published published(ResultSet rows) throws SQLException {
        return new Published(
                rows.getInt(1),
                rows.getString(2),
                new Asset(rows.getString(3), rows.getInt(4)),
                new RatePublished(
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getBigDecimal(8),
                        rows.getBigDecimal(9),
                        rows.getBigDecimal(10),
                        rows.getTimestamp(11).toInstant()),
                rows.getTimestamp(12).toInstant());
    }
}
