package dev.triad.device.voice;

import dev.triad.events.CloudEvent;
import dev.triad.events.OrderRequested;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as it is answered.
 *
 * @param event the id of its event
 * @param type the type of its event: a usage, or an order request
 * @param order the order to be, when something was ordered
 * @param resource the cloud's resource that was used, when nothing was
 * @param quantity how much of it
 * @param time when, in the unit's virtual time
 */
public record InteractionView(
        UUID event,
        String type,
        @Nullable String order,
        @Nullable String resource,
        @Nullable BigDecimal quantity,
        Instant time) {

    static InteractionView of(CloudEvent event) {
        String type = event.type().typeName();
        if (event.data() instanceof UsageRecorded usage) {
            return new InteractionView(event.id(), type, null, usage.resource(), usage.quantity(), event.time());
        }
        String order = event.data() instanceof OrderRequested ? event.subject() : null;
        return new InteractionView(event.id(), type, order, null, null, event.time());
    }
}
