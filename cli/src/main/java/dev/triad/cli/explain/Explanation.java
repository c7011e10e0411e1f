package dev.triad.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.ask.Amounts;
import dev.triad.cli.terminal.Escaped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An event with its entries as the API has them, told to people. */
final class Explanation {
    private final List<String> lines = new ArrayList<>();

    private Explanation() {}

    static List<String> of(JsonNode event) {
        Explanation told = new Explanation();
        told.event(event);
        event.path("entries").forEach(told::entry);
        told.balances(event);
        return told.lines;
    }

    private void event(JsonNode event) {
        JsonNode record = event.path("record");
        JsonNode headers = record.path("headers");
        say("Event %s of %s: %s", text(event, "id"), text(event, "source"), text(event, "state"));
        field("type", headers.path("ce_type"));
        field("time", headers.path("ce_time"));
        field("subject", headers.path("ce_subject"));
        if (record.isObject()) {
            say(
                    "  %-10s %s",
                    "record",
                    "%s, partition %s, offset %s"
                            .formatted(text(record, "topic"), text(record, "partition"), text(record, "offset")));
        }
        JsonNode suspense = event.path("suspense");
        if (suspense.isObject()) {
            say("  %-10s %s: %s", text(suspense, "state"), text(suspense, "reason"), text(suspense, "detail"));
        }
        if (record.hasNonNull("data")) {
            say("  data");
            record.path("data").toPrettyString().lines().forEach(line -> say("    %s", line));
        }
    }

    private void field(String name, JsonNode value) {
        if (value.isTextual()) {
            say("  %-10s %s", name, value.asText());
        }
    }

    private void entry(JsonNode entry) {
        say("");
        say("Entry %s by the rule %s, of %s", text(entry, "id"), text(entry, "rule"), text(entry, "time"));
        say("  %s", text(entry, "ruleInWords"));
        JsonNode rate = entry.path("rate");
        if (rate.isObject()) {
            say(
                    "  Rate: in effect from %s, published by event %s, for a quantity of %s",
                    text(rate, "effectiveFrom"), text(rate, "event"), text(rate, "quantity"));
        }
        optional(entry, "corrects", "  Corrects entry %s");
        optional(entry, "occurredAt", "  Happened at %s, in a month that was closed by then");
        optional(entry, "late", "  %s");
        optional(entry, "unexplained", "  %s");
        String currency = Amounts.currency(text(entry, "asset"));
        int width = width(entry.path("postings"), "account");
        Set<String> before = Set.of();
        for (JsonNode posting : entry.path("postings")) {
            String amount = text(posting, "amount");
            say("  %-" + width + "s  %-6s %20s %s", text(posting, "account"), side(amount), unsigned(amount), currency);
            Set<String> steps = steps(posting);
            // The two sides of a pair have the same reasons, which are told once.
            if (!steps.equals(before)) {
                steps.forEach(step -> say("      %s", step));
            }
            before = steps;
        }
    }

    private static Set<String> steps(JsonNode posting) {
        Set<String> steps = new LinkedHashSet<>();
        posting.path("reasons").forEach(reason -> reason.path("steps").forEach(step -> steps.add(words(step))));
        return steps;
    }

    private static String words(JsonNode step) {
        return text(step, "words") + (step.path("rounded").asBoolean() ? ", rounded half-even" : "");
    }

    private void balances(JsonNode event) {
        JsonNode balances = event.path("balances");
        if (balances.isEmpty()) {
            return;
        }
        int width = width(balances, "account");
        String row = "  %-" + width + "s  %22s %22s %22s";
        say("");
        say("Balances, debits positive");
        say(row, "account", "before", "change", "after");
        balances.forEach(balance -> say(
                row,
                text(balance, "account"),
                grouped(balance, "before"),
                grouped(balance, "amount"),
                grouped(balance, "after")));
    }

    private void optional(JsonNode from, String field, String sentence) {
        if (from.hasNonNull(field)) {
            say(sentence, text(from, field));
        }
    }

    /** Whatever a line holds of the event, it is a line. */
    private void say(String format, Object... values) {
        lines.add(Escaped.of(format.formatted(values)).stripTrailing());
    }

    private static String side(String amount) {
        return amount.startsWith("-") ? "credit" : "debit";
    }

    private static String unsigned(String amount) {
        return Amounts.grouped(amount.startsWith("-") ? amount.substring(1) : amount);
    }

    private static String grouped(JsonNode from, String field) {
        return Amounts.grouped(text(from, field));
    }

    private static String text(JsonNode from, String field) {
        return from.path(field).asText();
    }

    private static int width(JsonNode rows, String field) {
        return rows.valueStream()
                .mapToInt(row -> text(row, field).length())
                .max()
                .orElse(1);
    }
}
