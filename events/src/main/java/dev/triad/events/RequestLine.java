package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;

/**
 * One line of an order request.
 *
 * @param sku what is wanted
 * @param quantity how many, greater than zero
 */
public record RequestLine(String sku, BigDecimal quantity) {
    public RequestLine {
        Names.requireText("lines.sku", sku);
        Decimals.requirePositive("lines.quantity", quantity);
    }

    static RequestLine read(JsonFields in) throws IOException {
        String sku = null;
        BigDecimal quantity = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "sku" -> sku = in.text("lines.sku", sku);
                case "quantity" -> quantity = in.decimal("lines.quantity", quantity);
                default -> in.skip();
            }
        }
        return new RequestLine(Require.present("lines.sku", sku), Require.present("lines.quantity", quantity));
    }
}
