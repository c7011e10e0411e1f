package dev.triad.ledger.journal;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Rates and closings that someone asked the ledger to publish. The event is fixed before it is sent: whoever asks again with
 * the same key has the very same event sent, which changes nothing the second time.
 */
@ApplicationScoped
public class EventRequests {
    /**
     * An event to be published.
     *
     * @param event under the idempotency key of its request
     * @param acknowledged whether the log has said that it has it
     */
    public record EventRequest(CloudEvent event, boolean acknowledged) {}

    private static final String SELECT = """
            select idempotency_key, source, event_id, event_time, data, acknowledged, event_type, subject from event_request""";

    private final Jdbi reading;
    private final Jdbi writing;
    private final EventCodec codec = new EventCodec();

    EventRequests(Jdbi reading, @Writing Jdbi writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** The request of the event's source, type and idempotency key: this one, or the one that came first. */
    public EventRequest begin(String key, CloudEvent event) {
        return writing.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into event_request (idempotency_key, event_type, source, subject, event_id, event_time, data)
                            values (:key, :type, :source, :subject, :event, :time, :data) on conflict (source, event_type, idempotency_key) do nothing""")
                    .bind("key", key)
                    .bind("type", event.type().typeName())
                    .bind("subject", event.subject())
                    .bind("source", event.source().toString())
                    .bind("event", event.id())
                    .bind("time", event.time().atOffset(ZoneOffset.UTC))
                    .bind("data", codec.encode(event.data()))
                    .execute();
            return handle.createQuery(
                            SELECT + " where source = :source and event_type = :type and idempotency_key = :key")
                    .bind("source", event.source().toString())
                    .bind("type", event.type().typeName())
                    .bind("key", key)
                    .map((rows, _) -> request(rows))
                    .one();
        });
    }

    /** Notes that the log has the event. */
    public void acknowledged(UUID event) {
        writing.useHandle(
                handle -> handle.createUpdate("update event_request set acknowledged = true where event_id = :event")
                        .bind("event", event)
                        .execute());
    }

    /** The request of a group for an event of that type under a key, if there was one. */
    public Optional<EventRequest> byKey(String group, EventType type, String key) {
        return reading.withHandle(handle -> handle.createQuery(
                        SELECT + " where idempotency_key = :key and event_type = :type and starts_with(source, :group)")
                .bind("key", key)
                .bind("type", type.typeName())
                .bind("group", '/' + group + '/')
                .map((rows, _) -> request(rows))
                .findFirst());
    }

    public Optional<EventRequest> byEvent(UUID event) {
        return reading.withHandle(handle -> handle.createQuery(SELECT + " where event_id = :event")
                .bind("event", event)
                .map((rows, _) -> request(rows))
                .findFirst());
    }

    private EventRequest request(ResultSet rows) throws SQLException {
        EventType type = EventType.byName(rows.getString(7)).orElseThrow();
        return new EventRequest(
                new CloudEvent(
                        rows.getObject(3, UUID.class),
                        Source.parse(rows.getString(2)),
                        rows.getString(8),
                        rows.getTimestamp(4).toInstant(),
                        rows.getString(1),
                        codec.decode(type, rows.getBytes(5))),
                rows.getBoolean(6));
    }
}
