package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice.
 *
 * @param invoice its number; a leading {@code C} marks a cancellation, a leading {@code A} an adjustment
 * @param stockCode a product's begins with a digit; others are carriage, fees and the like
 * @param quantity pieces, negative when they go back
 * @param time when the invoice was written; the data names no zone, so UTC
 * @param price of one piece
 * @param customer who bought, when known
 */
record RetailLine(
        String invoice,
        String stockCode,
        BigDecimal quantity,
        Instant time,
        BigDecimal price,
        @Nullable String customer) {

    static final List<Column> COLUMNS = List.of(
            Column.required("InvoiceNo", "Invoice"),
            Column.required("StockCode"),
            Column.required("Quantity"),
            Column.required("InvoiceDate"),
            Column.required("UnitPrice", "Price"),
            Column.required("CustomerID", "Customer ID"));

    private static final int CODE_MAX = 32;
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static RetailLine of(Row row) {
        return new RetailLine(
                code("InvoiceNo", row),
                code("StockCode", row),
                Numbers.decimal("Quantity", row.required("Quantity")),
                time(row.required("InvoiceDate")),
                Numbers.decimal("UnitPrice", row.required("UnitPrice")),
                customer(row.optional("CustomerID")));
    }

    BigDecimal amount() {
        return quantity.multiply(price);
    }

    private static Instant time(String text) {
        return text.indexOf('/') < 0 ? Times.parse("InvoiceDate", text) : Times.parse("InvoiceDate", text, AMERICAN);
    }

    private static String code(String column, Row row) {
        String code = row.required(column);
        if (code.length() > CODE_MAX || !code.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new RejectedLineException(column + " is no code of at most " + CODE_MAX + " plain characters");
        }
        return code;
    }

    /** Customer numbers went through a spreadsheet, which made {@code 17850.0} of {@code 17850}. */
    private static @Nullable String customer(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > CODE_MAX || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new RejectedLineException("CustomerID is no number of at most " + CODE_MAX + " plain characters");
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
