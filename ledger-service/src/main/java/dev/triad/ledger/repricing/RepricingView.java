package dev.triad.ledger.repricing;

import dev.triad.ledger.account.EntryView.PostingView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rate and what it changes.
 *
 * @param id the event of its publication; none for a dry run
 * @param differences none while the rate is not on the books
 * @param detail why it is in suspense
 */
public record RepricingView(
        @Nullable String id,
        String group,
        String asset,

        @Schema(enumeration = {"dry-run", "pending", "posted", "waiting", "quarantined"})
        String state,

        ProposedRate rate,
        @Nullable Differences differences,
        @Nullable String detail) {

    /** The rate in question. */
    public record ProposedRate(
            String provider,
            String resource,
            String unitOfMeasure,
            String list,
            String marginalCost,
            String fullCost,
            Instant effectiveFrom,
            Instant publishedAt) {}

    /**
     * All differences that the rate makes.
     *
     * @param entries how many entries it corrects, with one entry each
     * @param moved the sum of what they debit, and so of what they credit
     * @param accounts what they come to, by account; an account that they leave as it was is not named
     * @param first a few of the entries
     */
    public record Differences(long entries, String moved, List<AccountDifference> accounts, List<Correction> first) {}

    /** What an account is debited in all; credited when it is negative. */
    public record AccountDifference(String account, String amount) {}

    /** An entry with a difference, and the entry that it corrects. */
    public record Correction(
            String entry, String corrects, Instant time, String source, String event, List<PostingView> postings) {}
}
