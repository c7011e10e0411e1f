package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
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
 * @param labels anything else that is known of it, at most {@value #LABELS_MAX}; of a unit's usage, {@code product} and {@code
 *     cohort} say which of its products used it
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
            Names.requireText("a key of labels", key);
            Names.requireText("a value of labels", value);
        });
        // Sorted, so that equal labels are written as equal bytes by every producer.
        return Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    static UsageRecorded read(JsonFields in) throws IOException {
        String provider = null;
        String consumer = null;
        ConsumerKind consumerKind = null;
        String resource = null;
        BigDecimal quantity = null;
        String unitOfMeasure = null;
        Charge charge = null;
        Map<String, String> labels = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "provider" -> provider = in.text("provider", provider);
                case "consumer" -> consumer = in.text("consumer", consumer);
                case "consumerKind" -> consumerKind = in.code("consumerKind", consumerKind, ConsumerKind.CODES);
                case "resource" -> resource = in.text("resource", resource);
                case "quantity" -> quantity = in.decimal("quantity", quantity);
                case "unitOfMeasure" -> unitOfMeasure = in.text("unitOfMeasure", unitOfMeasure);
                case "charge" -> charge = in.object("charge", charge, Charge::read);
                case "labels" -> labels = in.map("labels", labels, LABELS_MAX);
                default -> in.skip();
            }
        }
        return new UsageRecorded(
                Require.present("provider", provider),
                Require.present("consumer", consumer),
                Require.present("consumerKind", consumerKind),
                Require.present("resource", resource),
                Require.present("quantity", quantity),
                Require.present("unitOfMeasure", unitOfMeasure),
                charge,
                labels == null ? Map.of() : labels);
    }
}
