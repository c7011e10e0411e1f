package dev.triad.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with its CloudEvents 1.0 attributes.
 *
 * @param id the producer's, a UUIDv7; with the source it is the idempotency key
 * @param source who says it
 * @param subject the thing that it is about: an order, a tenant, a device
 * @param time when it happened, in virtual time when simulated
 * @param idempotencyKey the {@code Idempotency-Key} of the command that caused it, when there was one
 * @param data what happened
 */
public record CloudEvent(
        UUID id,
        Source source,
        String subject,
        Instant time,
        @Nullable String idempotencyKey,
        Event data) {
    public CloudEvent {
        Require.present("ce_id", id);
        Require.present("ce_source", source);
        Names.requireText("ce_subject", subject);
        Require.present("ce_time", time);
        EventTimes.require(Defect.TIME, "ce_time", time);
        Require.present("data", data);
        if (idempotencyKey != null) {
            Names.requireText("ce_idempotencykey", idempotencyKey);
        }
    }

    public CloudEvent(UUID id, Source source, String subject, Instant time, Event data) {
        this(id, source, subject, time, null, data);
    }

    public EventType type() {
        return data.type();
    }

    /** The Kafka key: what must stay in order stays in one partition. */
    public String key() {
        return switch (data) {
            case SaleRecorded _, SaleReturned _, OrderRequested _ -> subject;
            case UsageRecorded usage -> usage.consumer();
            case CostIncurred cost -> cost.pool();
            case GroupDeclared _, RatePublished _, PeriodClosed _ -> source.group();
        };
    }
}
