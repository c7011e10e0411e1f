package dev.triad.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Sums of what an answer says, for comparing. */
final class Amounts {
    private Amounts() {}

    /** The sum of a field over a list, with the decimals that its amounts have. */
    static String sum(JsonNode list, String field) {
        return list.valueStream()
                .map(one -> new BigDecimal(one.path(field).asText()))
                .reduce(BigDecimal::add)
                .orElse(BigDecimal.ZERO)
                .toPlainString();
    }
}
