package dev.triad.ledger.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.ledger.journal.Writing;
import dev.triad.ledger.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The books and how they stand, in the database. */
@ApplicationScoped
class BookStore {
    private static final String SELECT = """
            select b.id, b.group_id, g.name as group_name, b.name, b.title, b.policy, b.state, b.detail, b.entries_read,
                   b.entries_total, b.created_at, b.started_at, b.finished_at,
                   head.height - coalesce((select sum(c.height) from book_cursor c where c.book_id = b.id), 0) as behind
            from book b join consolidation_group g on g.id = b.group_id
            cross join (select coalesce((select sum(chain_height) from intake_offset), 0)
                               + (select chain_height from suspense_chain) as height) as head
            """;

    private final Jdbi reading;
    private final Jdbi writing;
    private final ObjectMapper mapper;

    BookStore(Jdbi reading, @Writing Jdbi writing, ObjectMapper mapper) {
        this.reading = reading;
        this.writing = writing;
        this.mapper = mapper;
    }

    List<Book> all() {
        return reading.withHandle(handle -> handle.createQuery(SELECT + "order by b.name")
                .map((rows, _) -> book(rows))
                .list());
    }

    Optional<Book> named(String name) {
        return reading.withHandle(handle -> named(handle, name));
    }

    private Optional<Book> named(Handle handle, String name) {
        return handle.createQuery(SELECT + "where b.name = :name")
                .bind("name", name)
                .map((rows, _) -> book(rows))
                .findOne();
    }

    Optional<Book> byId(Handle handle, int id) {
        return handle.createQuery(SELECT + "where b.id = :id")
                .bind("id", id)
                .map((rows, _) -> book(rows))
                .findOne();
    }

    /** What became of a book that was to be added. */
    sealed interface Added {
        record Made(Book book) implements Added {}

        /** There is one of that name. */
        record There(Book book) implements Added {}

        /** There are as many as there can be. */
        record NoRoom() implements Added {}
    }

    /** Adds a book with its table, to be rebuilt. */
    Added add(int group, String name, String title, Policy policy, int booksMax) {
        return writing.inTransaction(handle -> {
            // One at a time, so that there are never more than there may be.
            handle.execute("lock table book in share row exclusive mode");
            Optional<Book> there = named(handle, name);
            if (there.isPresent()) {
                return new Added.There(there.get());
            }
            if (handle.createQuery("select count(*) from book")
                            .mapTo(Integer.class)
                            .one()
                    >= booksMax) {
                return new Added.NoRoom();
            }
            int id = handle.createQuery("""
                            insert into book (group_id, name, title, policy, state)
                            values (:group, :name, :title, :policy, 'rebuilding') returning id""")
                    .bind("group", group)
                    .bind("name", name)
                    .bind("title", title)
                    .bind("policy", json(policy))
                    .mapTo(Integer.class)
                    .one();
            create(handle, id);
            return new Added.Made(byId(handle, id).orElseThrow());
        });
    }

    private static void create(Handle handle, int id) {
        try {
            BookBalances.create(handle.getConnection(), id);
        } catch (SQLException e) {
            throw new org.jdbi.v3.core.ConnectionException(e);
        }
    }

    /** Deletes a book with all that it kept; whether it was there. */
    boolean delete(String name) {
        return writing.inTransaction(handle -> {
            Optional<Integer> id = handle.createQuery("delete from book where name = :name returning id")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .findOne();
            if (id.isPresent()) {
                try {
                    BookBalances.drop(handle.getConnection(), id.get());
                } catch (SQLException e) {
                    throw new org.jdbi.v3.core.ConnectionException(e);
                }
            }
            return id.isPresent();
        });
    }

    /** The ids of the books that wait to be rebuilt, or whose rebuild is under way or was given up. */
    List<Integer> rebuilding() {
        return writing.withHandle(
                handle -> handle.createQuery("select id from book where state = 'rebuilding' order by id")
                        .mapTo(Integer.class)
                        .list());
    }

    /** The ids of the live books that are behind the chain. */
    List<Integer> behind() {
        return writing.withHandle(handle -> handle.createQuery(
                        "select id from (" + SELECT + ") as books where state = 'live' and behind > 0 order by id")
                .mapTo(Integer.class)
                .list());
    }

    /** Gives a book up. */
    void fail(int id, String detail) {
        writing.useHandle(handle -> handle.createUpdate(
                        "update book set state = 'failed', detail = :detail, finished_at = now() where id = :id")
                .bind("id", id)
                .bind("detail", detail)
                .execute());
    }

    private Book book(ResultSet rows) throws SQLException {
        return new Book(
                rows.getInt("id"),
                rows.getInt("group_id"),
                rows.getString("group_name"),
                rows.getString("name"),
                rows.getString("title"),
                policy(rows.getString("policy")),
                Book.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                rows.getString("detail"),
                rows.getLong("entries_read"),
                rows.getLong("entries_total"),
                rows.getLong("behind"),
                rows.getTimestamp("created_at").toInstant(),
                instant(rows.getTimestamp("started_at")),
                instant(rows.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private String json(Policy policy) {
        try {
            return mapper.writeValueAsString(PolicyView.of(policy));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy can be written as JSON", e);
        }
    }

    private Policy policy(String json) {
        try {
            return mapper.readValue(json, PolicyView.class).policy();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy is read as it was written", e);
        }
    }
}
