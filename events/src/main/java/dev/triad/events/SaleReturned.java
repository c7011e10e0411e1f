package dev.triad.events;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something sold came back; {@code ce_subject} is the order.
 *
 * @param sale the {@code ce_id} of the sale, from the same source; absent when the sale is not known,
 *     and then every line carries the price refunded
 * @param lines what came back, 1 to {@value SaleRecorded#LINES_MAX}
 * @param reason why, when known
 */
public record SaleReturned(
        @Nullable UUID sale,
        List<ReturnLine> lines,
        @Nullable String reason) implements Event {
    public SaleReturned {
        lines = Require.list("lines", lines, 1, SaleRecorded.LINES_MAX);
        for (ReturnLine line : lines) {
            if (sale != null && line.line() == null) {
                throw new InvalidEventException(
                        Defect.MISSING, "lines.line is missing: a return of a known sale names its lines");
            }
            if (sale == null && line.unitPrice() == null) {
                throw new InvalidEventException(
                        Defect.MISSING, "lines.unitPrice is missing: a return without its sale says what was refunded");
            }
        }
        if (reason != null) {
            Names.requireText("reason", reason);
        }
    }

    static SaleReturned read(JsonFields in) throws IOException {
        UUID sale = null;
        List<ReturnLine> lines = null;
        String reason = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "sale" -> sale = in.uuid("sale", sale);
                case "lines" -> lines = in.objects("lines", lines, SaleRecorded.LINES_MAX, ReturnLine::read);
                case "reason" -> reason = in.text("reason", reason);
                default -> in.skip();
            }
        }
        return new SaleReturned(sale, Require.present("lines", lines), reason);
    }
}
