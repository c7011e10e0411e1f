package dev.triad.ledger.account;

import dev.triad.events.Asset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as the API shows it. */
public record EntryView(
        String id,
        String group,
        String asset,
        String rule,
        String ruleInWords,
        Instant time,
        String source,
        String event,
        int revision,
        List<PostingView> postings,
        @Nullable RateView rate) {

    /** One leg: a positive amount is a debit. */
    public record PostingView(String account, String amount) {}

    /** The rate that priced it: the publication's event, and since when it was in effect. */
    public record RateView(String quantity, Instant effectiveFrom, String event) {}

    public static EntryView of(Asset asset, EntryRow row) {
        return new EntryView(
                row.id().toString(),
                row.group(),
                asset.toString(),
                row.rule().code(),
                row.rule().words(),
                row.time(),
                row.source(),
                row.eventId().toString(),
                row.revision(),
                row.postings().stream()
                        .map(leg -> new PostingView(leg.account(), asset.format(leg.amount())))
                        .toList(),
                rate(row));
    }

    private static @Nullable RateView rate(EntryRow row) {
        return row.rateFrom() == null || row.rateEvent() == null || row.quantity() == null
                ? null
                : new RateView(
                        row.quantity().toPlainString(),
                        row.rateFrom(),
                        row.rateEvent().toString());
    }
}
