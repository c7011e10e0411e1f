package dev.triad.ledger.book;

import dev.triad.ledger.policy.Codes;
import dev.triad.ledger.policy.Price;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to make a transfer price. */
public record PriceView(
        @NotNull @Schema(description = "free, marginal, full-cost, cost-plus or market")
        String method,

        @Schema(description = "What cost-plus adds to the full cost, as a part of it: 0.10 makes a tenth more")
        @Nullable
        String markup) {
    static PriceView of(Price price) {
        return new PriceView(
                Codes.of(price.method()),
                price.markup() == null ? null : price.markup().toPlainString());
    }

    Price price(String field) {
        return new Price(Codes.parse(field + ".method", Price.Method.class, method), markup(field));
    }

    private @Nullable BigDecimal markup(String field) {
        if (markup == null) {
            return null;
        }
        try {
            return new BigDecimal(markup);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + ".markup must be a number such as 0.10", e);
        }
    }
}
