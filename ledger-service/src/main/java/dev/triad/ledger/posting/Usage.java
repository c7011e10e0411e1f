package dev.triad.ledger.posting;

import dev.triad.events.Cohort;
import dev.triad.events.ConsumerKind;
import dev.triad.events.UsageRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Who used whose what: all of a usage that its price and accounts depend on, but the quantity.
 *
 * @param cohort the cohort of the consumer's products that used it, where a unit's labels name one
 */
public record Usage(
        String provider,
        String consumer,
        ConsumerKind consumerKind,
        String resource,
        @Nullable Cohort cohort) {
    public static Usage of(UsageRecorded usage) {
        return new Usage(
                usage.provider(),
                usage.consumer(),
                usage.consumerKind(),
                usage.resource(),
                usage.consumerKind() == ConsumerKind.UNIT ? Cohort.labelled(usage.labels()) : null);
    }

    /** The usage as it is kept, without a cohort where product and week are empty. */
    public static Usage kept(
            String provider, String consumer, ConsumerKind kind, String resource, String product, String week) {
        return new Usage(provider, consumer, kind, resource, product.isEmpty() ? null : new Cohort(product, week));
    }

    /** The cohort's product, or an empty text. */
    public String product() {
        return cohort == null ? "" : cohort.product();
    }

    /** The cohort's week, or an empty text. */
    public String week() {
        return cohort == null ? "" : cohort.week();
    }
}
