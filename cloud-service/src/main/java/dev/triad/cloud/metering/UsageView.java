package dev.triad.cloud.metering;

import dev.triad.events.Charge;
import dev.triad.events.CloudEvent;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A metered use as it is answered.
 *
 * @param event the id of its event
 * @param time when, in the cloud's virtual time
 */
public record UsageView(
        UUID event,
        String provider,
        String consumer,
        String consumerKind,
        String resource,
        BigDecimal quantity,
        String unitOfMeasure,
        @Nullable Charge charge,
        Map<String, String> labels,
        Instant time) {

    static UsageView of(CloudEvent event) {
        UsageRecorded usage = (UsageRecorded) event.data();
        return new UsageView(
                event.id(),
                usage.provider(),
                usage.consumer(),
                usage.consumerKind().name().toLowerCase(Locale.ROOT),
                usage.resource(),
                usage.quantity(),
                usage.unitOfMeasure(),
                usage.charge(),
                usage.labels(),
                event.time());
    }
}
