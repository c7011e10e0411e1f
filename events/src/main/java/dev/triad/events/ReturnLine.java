package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a return.
 *
 * @param line the line of the sale, counted from 1; required when the sale is named
 * @param sku what came back
 * @param quantity how many, greater than zero
 * @param unitPrice what was refunded for one; when absent, the price of the sale
 */
public record ReturnLine(
        @Nullable Integer line,
        String sku,
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice) {
    public ReturnLine {
        if (line != null && (line < 1 || line > SaleRecorded.LINES_MAX)) {
            throw new InvalidEventException(Defect.FIELD, "lines.line must be 1 to " + SaleRecorded.LINES_MAX);
        }
        Names.requireText("lines.sku", sku);
        Decimals.requirePositive("lines.quantity", quantity);
        if (unitPrice != null) {
            Decimals.requireNotNegative("lines.unitPrice", unitPrice);
        }
    }

    static ReturnLine read(JsonFields in) throws IOException {
        Integer line = null;
        String sku = null;
        BigDecimal quantity = null;
        BigDecimal unitPrice = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "line" -> line = in.integer("lines.line", line);
                case "sku" -> sku = in.text("lines.sku", sku);
                case "quantity" -> quantity = in.decimal("lines.quantity", quantity);
                case "unitPrice" -> unitPrice = in.decimal("lines.unitPrice", unitPrice);
                default -> in.skip();
            }
        }
        return new ReturnLine(
                line, Require.present("lines.sku", sku), Require.present("lines.quantity", quantity), unitPrice);
    }
}
