package dev.triad.ledger.book;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By what something of the business is multiplied; what is left out is as it was. */
public record BusinessFactorView(
        @NotNull
        @Schema(description = "0 to 100, with at most 9 decimals: 1.2 makes a fifth more, 0 nothing", example = "1.2")
        String factor) {

    static @Nullable BusinessFactorView of(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0 ? null : new BusinessFactorView(factor.toPlainString());
    }

    /** @throws IllegalArgumentException when it is no number; the message says what it must be */
    static BigDecimal number(String field, @Nullable BusinessFactorView view) {
        try {
            return view == null ? BigDecimal.ONE : new BigDecimal(view.factor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + ".factor must be a number as a text, such as \"1.2\"", e);
        }
    }
}
