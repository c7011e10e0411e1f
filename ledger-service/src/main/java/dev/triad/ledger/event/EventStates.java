package dev.triad.ledger.event;

import dev.triad.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where events stand: posted, waiting or quarantined. */
@ApplicationScoped
class EventStates {
    static final String POSTED = "posted";

    /** A suspense item of an event. */
    record Held(
            long id,
            String state,
            String reason,
            String detail,
            @Nullable String position) {}

    private final Jdbi jdbi;

    EventStates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The state of each event that the ledger has heard of; being on the books comes before all else. */
    Map<UUID, String> states(Source source, Collection<UUID> ids) {
        Map<UUID, String> states = new HashMap<>();
        jdbi.useHandle(handle -> {
            handle.createQuery(
                            "select event_id, state from suspense where event_id = any(:ids) and source = :source and state <> 'resolved'")
                    .bindArray("ids", UUID.class, ids)
                    .bind("source", source.toString())
                    .map((rows, _) -> Map.entry(rows.getObject(1, UUID.class), rows.getString(2)))
                    .forEach(state -> states.put(state.getKey(), state.getValue()));
            handle.createQuery("""
                            select e.event_id from entry e join source s on s.id = e.source_id
                            where e.event_id = any(:ids) and s.name = :source and e.revision = 0""")
                    .bindArray("ids", UUID.class, ids)
                    .bind("source", source.toString())
                    .mapTo(UUID.class)
                    .forEach(id -> states.put(id, POSTED));
        });
        return states;
    }

    Optional<Held> held(Source source, UUID id) {
        List<Held> held = jdbi.withHandle(handle -> handle.createQuery("""
                        select id, state, reason, detail, topic, partition, record_offset from suspense
                        where event_id = :id and source = :source and state <> 'resolved' order by id limit 1""")
                .bind("id", id)
                .bind("source", source.toString())
                .map((rows, _) -> new Held(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        new dev.triad.ledger.posting.RecordPosition(
                                        dev.triad.ledger.posting.LogTopics.name(rows.getInt(5)),
                                        rows.getInt(6),
                                        rows.getLong(7))
                                .toString()))
                .list());
        return held.stream().findFirst();
    }
}
