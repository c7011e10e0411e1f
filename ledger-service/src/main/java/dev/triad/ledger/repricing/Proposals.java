package dev.triad.ledger.repricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.triad.events.EventCodec;
import dev.triad.events.EventTimes;
import dev.triad.events.EventType;
import dev.triad.events.InvalidEventException;
import dev.triad.events.RatePublished;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Makes proposals of requests, by the very rules of the event contract. */
@ApplicationScoped
class Proposals {
    private final Groups groups;
    private final EventCodec codec = new EventCodec();
    private final ObjectWriter writer = EventCodec.mapper().writer();

    Proposals(Groups groups) {
        this.groups = groups;
    }

    Proposal read(RepricingRequest request) {
        try {
            RatePublished rate = (RatePublished) codec.decode(EventType.RATE_PUBLISHED, json(request));
            Instant publishedAt = request.publishedAt() == null
                    ? Instant.now().truncatedTo(ChronoUnit.MILLIS)
                    : EventTimes.parse(request.publishedAt()).truncatedTo(ChronoUnit.MILLIS);
            return new Proposal(groups.withUnit(request.group(), rate.provider()), rate, publishedAt);
        } catch (InvalidEventException e) {
            throw Problems.INVALID_BODY.because(String.valueOf(e.getMessage()));
        }
    }

    private byte[] json(RepricingRequest request) {
        try {
            return writer.writeValueAsBytes(Map.of(
                    "provider", request.provider(),
                    "resource", request.resource(),
                    "unitOfMeasure", request.unitOfMeasure(),
                    "list", request.list(),
                    "marginalCost", request.marginalCost(),
                    "fullCost", request.fullCost(),
                    "effectiveFrom", request.effectiveFrom()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
