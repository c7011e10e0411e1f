package dev.triad.ledger.closing;

import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.RecordPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads of the books what closing a period asks for. */
@ApplicationScoped
class PeriodBooks {
    /** The months in which something first and last moved. */
    record Months(YearMonth first, YearMonth last) {}

    /** Every account's first and last hour is found by the key of the balances. */
    private static final String HOURS = """
            select min(first.hour), max(last.hour) from account a
            cross join lateral (select hour from balance where account_id = a.id order by hour limit 1) first
            cross join lateral (select hour from balance where account_id = a.id order by hour desc limit 1) last
            where a.group_id = :group""";

    private final Jdbi jdbi;

    PeriodBooks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Nothing when the group's books are empty. */
    Optional<Months> months(int group) {
        return jdbi.withHandle(handle -> handle.createQuery(HOURS)
                .bind("group", group)
                .map((rows, _) -> rows.getTimestamp(1) == null
                        ? Optional.<Months>empty()
                        : Optional.of(new Months(
                                month(rows.getTimestamp(1).toInstant()),
                                month(rows.getTimestamp(2).toInstant()))))
                .one());
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /** Why an event is in suspense, when it is. */
    Optional<String> inSuspense(UUID event) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select detail from suspense where event_id = :event and state <> 'resolved' order by id limit 1")
                .bind("event", event)
                .mapTo(String.class)
                .findFirst());
    }

    /** Whether all that was on the books when a closing was made is on them. */
    boolean hasComeTo(String group, Closing closing) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            return isRead(handle, closing.onTheBooks()) && !isWaiting(handle, group, closing.onTheBooks());
        });
    }

    private static boolean isRead(Handle handle, Places places) {
        Map<Long, Long> next = new HashMap<>();
        handle.createQuery("select topic, partition, next_offset from intake_offset")
                .map((rows, _) -> new RecordPosition(LogTopics.name(rows.getInt(1)), rows.getInt(2), rows.getLong(3)))
                .forEach(position -> next.put(partition(position), position.offset()));
        return places.ranges().stream()
                .map(range -> LogPlace.position(range.to() - 1))
                .allMatch(last -> last.offset() < next.getOrDefault(partition(last), 0L));
    }

    private static long partition(RecordPosition position) {
        return LogPlace.of(new RecordPosition(position.topic(), position.partition(), 0));
    }

    private static boolean isWaiting(Handle handle, String group, Places places) {
        return handle
                .createQuery("""
                        select topic, partition, record_offset from suspense
                        where state = 'waiting' and group_name = :group""")
                .bind("group", group)
                .map((rows, _) -> LogPlace.of(
                        new RecordPosition(LogTopics.name(rows.getInt(1)), rows.getInt(2), rows.getLong(3))))
                .stream()
                .anyMatch(places::contains);
    }
}
