package dev.triad.cli.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger's CSV export: one posting of an entry.
 *
 * @param time when it counts
 * @param amount in the currency, positive for a debit
 * @param occurred when it happened, where that was in a month that had been closed
 */
record PostingRow(
        Instant time,
        String entry,
        String rule,
        String source,
        String event,
        String account,
        BigDecimal amount,
        String currency,
        @Nullable Instant occurred) {

    static PostingRow of(NamedCsvRecord row) {
        String occurred = row.getField("occurred");
        return new PostingRow(
                Instant.parse(row.getField("time")),
                row.getField("entry"),
                row.getField("rule"),
                row.getField("source"),
                row.getField("event"),
                row.getField("account"),
                new BigDecimal(row.getField("amount")),
                row.getField("currency"),
                occurred.isEmpty() ? null : Instant.parse(occurred));
    }
}
