package dev.triad.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.ask.Amounts;

/** An entry of the stream as a line: when, who, what, how much, about what, and what it posted. */
final class EntryLine {
    private static final int TIME_WIDTH = 21;
    private static final int UNIT_WIDTH = 15;
    private static final int RULE_WIDTH = 15;
    private static final int AMOUNT_WIDTH = 14;
    private static final int ENTRY_WIDTH = 15;
    private static final int SUBJECT_WIDTH = 18;
    private static final String GAP = " ";

    private EntryLine() {}

    static ColouredLine of(JsonNode entry) {
        JsonNode postings = entry.path("postings");
        ColouredLine line = new ColouredLine()
                .add(seconds(text(entry, "time")), TIME_WIDTH, Colour.DIM)
                .add(text(entry, "group") + "/" + text(entry, "unit"), UNIT_WIDTH, Colour.CYAN)
                .add(GAP, Colour.PLAIN)
                .add(text(entry, "rule"), RULE_WIDTH, colour(text(entry, "type")))
                .add(amount(postings, Amounts.currency(text(entry, "asset"))), Colour.PLAIN)
                .add(text(entry, "entry"), ENTRY_WIDTH, Colour.DIM)
                .add(GAP, Colour.PLAIN)
                .add(text(entry, "subject"), SUBJECT_WIDTH, Colour.PLAIN);
        if (postings.isEmpty()) {
            return line.add("  posts nothing", Colour.DIM);
        }
        postings.forEach(posting -> posting(line, posting));
        return line;
    }

    /** The first posting's amount, which is what the entry is about, without its side; to the right. */
    private static String amount(JsonNode postings, String currency) {
        String first = postings.path(0).path("amount").asText();
        String unsigned = Amounts.brief(first.startsWith("-") ? first.substring(1) : first);
        String money = unsigned.isEmpty() ? " ".repeat(currency.length() + 1) : unsigned + GAP + currency;
        return " ".repeat(Math.max(0, AMOUNT_WIDTH + currency.length() + 1 - money.length())) + money + GAP + GAP;
    }

    private static void posting(ColouredLine line, JsonNode posting) {
        String amount = text(posting, "amount");
        line.add("  " + text(posting, "account") + GAP, Colour.PLAIN)
                .add(Amounts.brief(amount), amount.startsWith("-") ? Colour.RED : Colour.GREEN);
    }

    private static Colour colour(String type) {
        return switch (type) {
            case "triad.sale.recorded.v1", "triad.sale.returned.v1" -> Colour.GREEN;
            case "triad.usage.recorded.v1" -> Colour.BLUE;
            case "triad.cost.incurred.v1" -> Colour.YELLOW;
            default -> Colour.MAGENTA;
        };
    }

    /** A time without what is less than a second. */
    private static String seconds(String time) {
        int point = time.indexOf('.');
        return point < 0 ? time : time.substring(0, point) + "Z";
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asText();
    }
}
