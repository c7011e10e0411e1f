package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was charged for a usage, as a FOCUS row says it; both may be negative, as a credit is.
 *
 * @param billed what was billed, in the group's currency (FOCUS {@code BilledCost})
 * @param list what the list price would have come to (FOCUS {@code ListCost}); when absent, as billed
 */
public record Charge(BigDecimal billed, @Nullable BigDecimal list) {
    public Charge {
        Decimals.require("charge.billed", billed);
        if (list != null) {
            Decimals.bounded("charge.list", list);
        }
    }

    static Charge read(JsonFields in) throws IOException {
        BigDecimal billed = null;
        BigDecimal list = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "billed" -> billed = in.decimal("charge.billed", billed);
                case "list" -> list = in.decimal("charge.list", list);
                default -> in.skip();
            }
        }
        return new Charge(Require.present("charge.billed", billed), list);
    }
}
