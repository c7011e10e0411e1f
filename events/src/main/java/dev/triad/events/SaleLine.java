package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sale.
 *
 * @param sku what was sold
 * @param category the catalogue's category, a name
 * @param kind decides the revenue account
 * @param quantity how many, greater than zero
 * @param unitPrice the price of one, in the group's currency
 * @param unitCost the cost of one, in the group's currency; absent when the source does not know it, and
 *     then no cost of sales is posted
 */
public record SaleLine(
        String sku,
        String category,
        LineKind kind,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable BigDecimal unitCost) {
    public SaleLine {
        Names.requireText("lines.sku", sku);
        Names.require("lines.category", category);
        Require.present("lines.kind", kind);
        Decimals.requirePositive("lines.quantity", quantity);
        Decimals.requireNotNegative("lines.unitPrice", unitPrice);
        if (unitCost != null) {
            Decimals.requireNotNegative("lines.unitCost", unitCost);
        }
    }

    static SaleLine read(JsonFields in) throws IOException {
        String sku = null;
        String category = null;
        LineKind kind = null;
        BigDecimal quantity = null;
        BigDecimal unitPrice = null;
        BigDecimal unitCost = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "sku" -> sku = in.text("lines.sku", sku);
                case "category" -> category = in.text("lines.category", category);
                case "kind" -> kind = in.code("lines.kind", kind, LineKind.CODES);
                case "quantity" -> quantity = in.decimal("lines.quantity", quantity);
                case "unitPrice" -> unitPrice = in.decimal("lines.unitPrice", unitPrice);
                case "unitCost" -> unitCost = in.decimal("lines.unitCost", unitCost);
                default -> in.skip();
            }
        }
        return new SaleLine(
                Require.present("lines.sku", sku),
                Require.present("lines.category", category),
                Require.present("lines.kind", kind),
                Require.present("lines.quantity", quantity),
                Require.present("lines.unitPrice", unitPrice),
                unitCost);
    }
}
