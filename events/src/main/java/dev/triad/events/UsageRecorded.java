package dev.triad.events;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A consumer used a provider's resource; {@code ce_subject} is the tenant or unit that used it.
 *
 * @param provider the unit that provides it
 * @param consumer a unit of the same group, or an external tenant
 * @param consumerKind which of the two
 * @param resource what was used, such as {@code compute}
 * @param quantity how much, not negative unless a charge is given
 * @param unitOfMeasure what the quantity counts, such as {@code vcpu-hour}
 * @param charge what was billed for it; when absent, the rate in effect at {@code ce_time} prices it
 * @param labels anything else that is known of it, at most {@value #LABELS_MAX}
 */
public record UsageRecorded(
        String provider,
        String consumer,
        ConsumerKind consumerKind,
        String resource,
        BigDecimal quantity,
        String unitOfMeasure,
        @Nullable Charge charge,
        Map<String, String> labels)
        implements Event {

    public static final int LABELS_MAX = 64;

    public UsageRecorded {
        Names.require("provider", provider);
        Names.require("consumer", consumer);
        Require.present("consumerKind", consumerKind);
        Names.require("resource", resource);
        Decimals.require("quantity", quantity);
        if (charge == null) {
            Decimals.requireNotNegative("quantity", quantity);
        }
        Names.requireText("unitOfMeasure", unitOfMeasure);
        if (consumerKind == ConsumerKind.UNIT && consumer.equals(provider)) {
            throw new InvalidEventException(Defect.FIELD, "consumer must not be the provider itself");
        }
        labels = requireLabels(labels);
    }

    private static Map<String, String> requireLabels(@Nullable Map<String, String> labels) {
        if (labels == null || labels.isEmpty()) {
            return Map.of();
        }
        if (labels.size() > LABELS_MAX) {
            throw new InvalidEventException(Defect.FIELD, "labels must hold at most " + LABELS_MAX + " items");
        }
        labels.forEach((key, value) -> {
            Names.requireText("labels' key", key);
            Names.requireText("labels." + key, value);
        });
        return Map.copyOf(labels);
    }
}
