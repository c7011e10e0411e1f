package dev.triad.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Ids of things that are named once and used often. New ones are made in a transaction of their own, so
 * that a batch that is rolled back leaves no id behind that only it knew; an id without use does no harm.
 */
final class InternTable<K> {
    /** How a key is written and read. */
    interface Shape<K> {
        /** An order that is the same for all who insert. */
        Comparator<? super K> order();

        /** Inserts one row unless it is there; its parameters are what {@link #bind} sets. */
        String insert();

        /** Selects id by the same parameters. */
        String select();

        void bind(PreparedStatement statement, K key) throws SQLException;
    }

    private final DataSource dataSource;
    private final Shape<K> shape;
    private final Map<K, Integer> ids = new ConcurrentHashMap<>();

    InternTable(DataSource dataSource, Shape<K> shape) {
        this.dataSource = dataSource;
        this.shape = shape;
    }

    /** The id of a key that this process knows, or null. */
    @Nullable
    Integer known(K key) {
        return ids.get(key);
    }

    int id(K key) {
        Integer id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("not interned: " + key);
        }
        return id;
    }

    /** Makes sure that each key has an id. */
    void intern(Collection<K> keys) throws SQLException {
        List<K> missing = new ArrayList<>();
        for (K key : keys) {
            if (!ids.containsKey(key)) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            // Two workers that insert the same keys in different orders would deadlock.
            missing.sort(shape.order());
            create(missing);
        }
    }

    private void create(List<K> keys) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (PreparedStatement insert = connection.prepareStatement(shape.insert())) {
                    for (K key : keys) {
                        shape.bind(insert, key);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
                try (PreparedStatement select = connection.prepareStatement(shape.select())) {
                    for (K key : keys) {
                        shape.bind(select, key);
                        try (ResultSet rows = select.executeQuery()) {
                            rows.next();
                            ids.put(key, rows.getInt(1));
                        }
                    }
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
