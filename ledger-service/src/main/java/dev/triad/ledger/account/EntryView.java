package dev.triad.ledger.account;

import dev.triad.events.Asset;
import dev.triad.ledger.posting.Explained;
import dev.triad.ledger.posting.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the API shows it.
 *
 * @param corrects the entry of which a repricing posts the difference
 * @param time its accounting date
 * @param occurredAt when it happened, if that is another time
 * @param late why that is so, in words
 * @param unexplained why the postings come without reasons, where an explanation was asked for
 */
public record EntryView(
        String id,
        String group,
        String asset,
        String rule,
        String ruleInWords,
        Instant time,
        @Nullable Instant occurredAt,
        String source,
        String event,
        int revision,
        @Nullable String corrects,
        List<PostingView> postings,
        @Nullable RateView rate,
        @Nullable String unexplained,
        @Nullable String late) {

    /** One leg: a positive amount is a debit. Its reasons, where an explanation was asked for, sum to the amount. */
    public record PostingView(
            String account, String amount, @Nullable List<ReasonView> reasons) {}

    /** A part of a posting: what it adds, and the steps of which the last results in it or in its opposite. */
    public record ReasonView(String amount, List<ComputationView> steps) {}

    /**
     * A step of a computation: product (quantity, price), part (amount, part, whole), share (amount, shares, which
     * one from 0; the first ones get what does not divide, a unit each), difference, total, given, not-below-zero.
     */
    public record ComputationView(
            String words, String operation, List<String> operands, String result, boolean rounded) {}

    /** The rate that priced it: the publication's event, and since when it was in effect. */
    public record RateView(String quantity, Instant effectiveFrom, String event) {}

    /** An entry without an explanation. */
    public static EntryView of(Asset asset, EntryRow row) {
        return view(asset, row, postings(asset, row, null), null);
    }

    /** An entry with the reasons of its amounts. */
    public static EntryView explained(Asset asset, EntryRow row, Explained explained) {
        return view(asset, row, postings(asset, row, explained), null);
    }

    /** An entry that cannot be explained. */
    public static EntryView unexplained(Asset asset, EntryRow row, String why) {
        return view(asset, row, postings(asset, row, null), why);
    }

    private static EntryView view(Asset asset, EntryRow row, List<PostingView> postings, @Nullable String unexplained) {
        return new EntryView(
                row.id().toString(),
                row.group(),
                asset.toString(),
                row.rule().code(),
                row.rule().words(),
                row.time(),
                row.occurredAt(),
                row.source(),
                row.eventId().toString(),
                row.revision(),
                row.revision() == 0 ? null : new EntryId(row.id().position(), row.revision() - 1).toString(),
                postings,
                rate(row),
                unexplained,
                row.late());
    }

    private static List<PostingView> postings(Asset asset, EntryRow row, @Nullable Explained explained) {
        return row.postings().stream()
                .map(leg -> new PostingView(
                        leg.account(),
                        asset.format(leg.amount()),
                        explained == null
                                ? null
                                : explained.reasons().getOrDefault(leg.account(), List.of()).stream()
                                        .map(reason -> reason(asset, reason))
                                        .toList()))
                .toList();
    }

    private static ReasonView reason(Asset asset, Explained.Reason reason) {
        return new ReasonView(
                asset.format(reason.amount()),
                Step.of(reason.derivation(), asset).stream()
                        .map(step -> new ComputationView(
                                step.words(),
                                step.operation().code(),
                                step.operands().stream()
                                        .map(BigDecimal::toPlainString)
                                        .toList(),
                                step.result().toPlainString(),
                                step.rounded()))
                        .toList());
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
