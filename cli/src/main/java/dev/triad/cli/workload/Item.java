package dev.triad.cli.workload;

import dev.triad.events.LineKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold, at a price and a cost in whole cents.
 *
 * @param price the price of one
 * @param cost the cost of one, or null where it is not known
 * @param priceMicros the price in millionths
 * @param costMicros the cost in millionths, 0 where it is not known
 */
record Item(
        String sku,
        String category,
        LineKind kind,
        BigDecimal price,
        @Nullable BigDecimal cost,
        long priceMicros,
        long costMicros) {
    private static final int CENTS_SCALE = 2;
    private static final long MICROS_A_CENT = 10_000;

    /** @param costCents less than 0 where the cost is not known */
    static Item of(String sku, String category, LineKind kind, long priceCents, long costCents) {
        return new Item(
                sku,
                category,
                kind,
                cents(priceCents),
                costCents < 0 ? null : cents(costCents),
                micros(priceCents),
                Math.max(0, micros(costCents)));
    }

    /** What selling one loses when it is a device sold below its cost, else 0; in millionths. */
    long lossMicros() {
        return kind == LineKind.DEVICE ? Math.max(0, costMicros - priceMicros) : 0;
    }

    static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, CENTS_SCALE);
    }

    static long micros(long cents) {
        return cents * MICROS_A_CENT;
    }
}
