package dev.triad.ledger.journal;

import dev.triad.events.Asset;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.RatePublished;
import dev.triad.events.TransferPriceMethod;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Groups and rates in the database, with a copy in memory that every batch checks against a version.
 * Batches hold a shared lock while they post; a batch that changes groups or rates holds it alone, so that
 * none posts by a price that has just been replaced.
 */
@Singleton
public class ReferenceStore {
    /** Every transaction of the journal takes it first, shared unless it changes groups or rates. */
    static final long LOCK = 0x7472_6961_6400L;

    private static final String VERSION =
            "select version, pg_postmaster_start_time() || ' ' || tableoid from reference_version";

    /**
     * A version of groups and rates. A database that was restored counts on from where it was backed up, so the number
     * says nothing without the server, which is another one then.
     *
     * @param server when the server was started, and the table that holds the number
     */
    record Version(long number, String server) {}

    /** Groups and rates as of a version, with the groups' ids. */
    public record Snapshot(Version version, Reference reference, Map<String, Integer> groupIds) {
        public Snapshot {
            groupIds = Map.copyOf(groupIds);
        }
    }

    private volatile Snapshot latest = new Snapshot(new Version(-1, ""), Reference.EMPTY, Map.of());

    void lock(Connection connection, boolean exclusive) throws SQLException {
        String function = exclusive ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
        try (PreparedStatement lock = connection.prepareStatement("select " + function + "(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    /** The present groups and rates, from memory when nothing has changed. */
    public Snapshot current(Connection connection) throws SQLException {
        Version version = version(connection);
        Snapshot snapshot = latest;
        if (!snapshot.version().equals(version)) {
            snapshot = load(connection, version);
            latest = snapshot;
        }
        return snapshot;
    }

    /** Writes what a batch declared and published, and returns the ids of all groups. */
    Map<String, Integer> write(Connection connection, Snapshot before, Batch batch) throws SQLException {
        if (batch.groups().isEmpty()
                && batch.rates().isEmpty()
                && batch.closings().isEmpty()) {
            return before.groupIds();
        }
        Map<String, Integer> ids = new HashMap<>(before.groupIds());
        for (Group group : batch.groups().values()) {
            ids.put(group.name(), writeGroup(connection, group));
        }
        for (Batch.PublishedRate published : batch.rates()) {
            writeRate(connection, idOf(ids, published.key().group()), published);
        }
        for (Batch.ClosedPeriod closed : batch.closings()) {
            StoredClosings.write(connection, idOf(ids, closed.group()), closed);
        }
        try (PreparedStatement bump =
                connection.prepareStatement("update reference_version set version = version + 1")) {
            bump.executeUpdate();
        }
        return ids;
    }

    static int idOf(Map<String, Integer> ids, String group) {
        Integer id = ids.get(group);
        if (id == null) {
            throw new IllegalStateException("no group " + group);
        }
        return id;
    }

    private static Version version(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VERSION);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return new Version(rows.getLong(1), rows.getString(2));
        }
    }

    private static Snapshot load(Connection connection, Version version) throws SQLException {
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Group> groups = loadGroups(connection, ids);
        return new Snapshot(
                version, new Reference(groups, loadRates(connection), StoredClosings.read(connection)), ids);
    }

    private static Map<String, Group> loadGroups(Connection connection, Map<String, Integer> ids) throws SQLException {
        Map<String, Map<String, DeclaredUnit>> units = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select g.name, u.name, u.title, u.storefront_for from unit u join consolidation_group g on g.id = u.group_id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<String> storefrontFor =
                        Arrays.asList((String[]) rows.getArray(4).getArray());
                units.computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
                        .put(rows.getString(2), new DeclaredUnit(rows.getString(2), rows.getString(3), storefrontFor));
            }
        }
        Map<String, Group> groups = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, name, title, asset_code, asset_scale, transfer_price from consolidation_group");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(2);
                ids.put(name, rows.getInt(1));
                groups.put(
                        name,
                        new Group(
                                name,
                                rows.getString(3),
                                new Asset(rows.getString(4), rows.getInt(5)),
                                TransferPriceMethod.valueOf(rows.getString(6)),
                                units.getOrDefault(name, Map.of())));
            }
        }
        return groups;
    }

    private static RateBook loadRates(Connection connection) throws SQLException {
        RateBook book = RateBook.EMPTY;
        try (PreparedStatement select = connection.prepareStatement("""
                        select g.name, provider, resource, unit_of_measure, list, marginal_cost, full_cost,
                               effective_from, published_at, event_id, position
                        from rate join consolidation_group g on g.id = group_id""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                RatePublished prices = new RatePublished(
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBigDecimal(5),
                        rows.getBigDecimal(6),
                        rows.getBigDecimal(7),
                        rows.getTimestamp(8).toInstant());
                book = book.with(
                        new RateKey(rows.getString(1), prices.provider(), prices.resource()),
                        new Rate(
                                prices,
                                rows.getTimestamp(9).toInstant(),
                                rows.getObject(10, UUID.class),
                                rows.getLong(11)));
            }
        }
        return book;
    }

    private static int writeGroup(Connection connection, Group group) throws SQLException {
        int id;
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into consolidation_group (name, title, asset_code, asset_scale, transfer_price)
                values (?, ?, ?, ?, ?)
                on conflict (name) do update set title = consolidation_group.title returning id""")) {
            upsert.setString(1, group.name());
            upsert.setString(2, group.title());
            upsert.setString(3, group.asset().code());
            upsert.setInt(4, group.asset().scale());
            upsert.setString(5, group.transferPrice().name());
            try (ResultSet rows = upsert.executeQuery()) {
                rows.next();
                id = rows.getInt(1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into unit (group_id, name, title, storefront_for) values (?, ?, ?, ?) on conflict do nothing")) {
            for (DeclaredUnit unit : group.units().values()) {
                Array storefrontFor =
                        connection.createArrayOf("text", unit.storefrontFor().toArray());
                insert.setInt(1, id);
                insert.setString(2, unit.unit());
                insert.setString(3, unit.name());
                insert.setArray(4, storefrontFor);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return id;
    }

    private static void writeRate(Connection connection, int group, Batch.PublishedRate published) throws SQLException {
        RatePublished prices = published.rate().prices();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into rate (group_id, provider, resource, unit_of_measure, list, marginal_cost, full_cost,
                                  effective_from, published_at, event_id, position)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            insert.setInt(1, group);
            insert.setString(2, prices.provider());
            insert.setString(3, prices.resource());
            insert.setString(4, prices.unitOfMeasure());
            insert.setBigDecimal(5, prices.list());
            insert.setBigDecimal(6, prices.marginalCost());
            insert.setBigDecimal(7, prices.fullCost());
            insert.setTimestamp(8, Timestamp.from(prices.effectiveFrom()));
            insert.setTimestamp(9, Timestamp.from(published.rate().publishedAt()));
            insert.setObject(10, published.rate().eventId());
            insert.setLong(11, published.rate().place());
            insert.executeUpdate();
        }
    }
}
