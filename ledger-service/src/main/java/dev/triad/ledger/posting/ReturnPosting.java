package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Posts returns. Each posts the difference between two cumulative states of its sale, so that returns in
 * any order and of any size leave the same balances, and a full return leaves none.
 */
final class ReturnPosting {
    private ReturnPosting() {}

    /** An entry and what has come back of the sale after it. */
    record Result(Entry entry, SaleOnFile after) {}

    static Result post(Group group, String unit, SaleRecorded sale, SaleOnFile before, SaleReturned returned) {
        EntryBuilder entry = new EntryBuilder();
        SaleOnFile after = post(entry, group, unit, sale, before, returned);
        return new Result(entry.build(Rule.RETURN), after);
    }

    static SaleOnFile post(
            EntryBuilder entry, Group group, String unit, SaleRecorded sale, SaleOnFile before, SaleReturned returned) {
        SaleReasons reasons = entry.isExplaining() ? new SaleReasons(group.asset(), sale) : null;
        SaleOnFile after = before;
        for (ReturnLine line : returned.lines()) {
            after = postLine(entry, group, unit, sale, after, line, reasons);
        }
        long contributionBefore = contribution(group.asset(), sale, before);
        long contributionAfter = contribution(group.asset(), sale, after);
        for (Attribution attribution : sale.attribution()) {
            SalePosting.attribute(
                    entry,
                    unit,
                    attribution,
                    contributionBefore,
                    contributionAfter,
                    reasons == null ? null : reasons.contribution(before, after));
        }
        return after;
    }

    static Entry postUnmatched(Group group, String unit, SaleReturned returned) {
        return postUnmatched(new EntryBuilder(), group, unit, returned).build(Rule.UNMATCHED_RETURN);
    }

    static EntryBuilder postUnmatched(EntryBuilder entry, Group group, String unit, SaleReturned returned) {
        for (ReturnLine line : returned.lines()) {
            if (line.unitPrice() == null) {
                throw new IllegalArgumentException("a return without its sale says what was refunded");
            }
            entry.pair(
                            AccountNames.unmatchedReturns(unit),
                            AccountNames.cash(unit),
                            group.asset().amount(line.unitPrice(), line.quantity()))
                    .why(entry.isExplaining() ? SaleReasons.refund(group.asset(), line) : null);
        }
        return entry;
    }

    private static SaleOnFile postLine(
            EntryBuilder entry,
            Group group,
            String unit,
            SaleRecorded sale,
            SaleOnFile onFile,
            ReturnLine line,
            @Nullable SaleReasons reasons) {
        int number = line.line() == null ? 0 : line.line();
        if (number < 1 || number > sale.lines().size()) {
            throw exceeds("the sale has " + sale.lines().size() + " lines, and no line " + number);
        }
        SaleLine sold = sale.lines().get(number - 1);
        ReturnedLine before = onFile.returned(number);
        ReturnedLine after = after(group.asset(), sold, before, line);

        SaleAccounts accounts = SaleAccounts.of(unit);
        SaleAccounts.OfLine moved = accounts.of(sold, onFile.time());
        entry.pair(moved.returns(), accounts.cash(), after.refunded() - before.refunded())
                .why(reasons == null ? null : reasons.refund(line, before, after))
                .pair(moved.soldFrom(), moved.costOfSales(), after.costReversed() - before.costReversed())
                .why(reasons == null ? null : reasons.costReversed(number - 1, before, after));
        SalePosting.storefront(
                entry,
                group,
                unit,
                sold,
                onFile.time(),
                remainingLoss(group.asset(), sold, before),
                remainingLoss(group.asset(), sold, after),
                reasons == null ? null : reasons.remainingLoss(number - 1, before, after));
        return onFile.with(number, after);
    }

    private static ReturnedLine after(Asset asset, SaleLine sold, ReturnedLine before, ReturnLine line) {
        BigDecimal quantity = before.quantity().add(line.quantity());
        if (quantity.compareTo(sold.quantity()) > 0) {
            throw exceeds("line " + line.line() + " would have " + quantity.toPlainString() + " returned of "
                    + sold.quantity().toPlainString() + " sold");
        }
        long price = SalePosting.price(asset, sold);
        BigDecimal proportional = before.proportionalQuantity();
        long refund;
        if (line.unitPrice() == null) {
            proportional = proportional.add(line.quantity());
            refund = Proportion.of(price, proportional, sold.quantity())
                    - Proportion.of(price, before.proportionalQuantity(), sold.quantity());
        } else if (line.unitPrice().compareTo(sold.unitPrice()) > 0) {
            throw exceeds("line " + line.line() + " would be refunded at "
                    + line.unitPrice().toPlainString() + ", above the price of the sale");
        } else {
            refund = asset.amount(line.unitPrice(), line.quantity());
        }
        long costReversed = Proportion.of(SalePosting.cost(asset, sold), quantity, sold.quantity());
        return new ReturnedLine(quantity, proportional, Math.addExact(before.refunded(), refund), costReversed);
    }

    private static long remainingLoss(Asset asset, SaleLine sold, ReturnedLine returned) {
        long loss = SalePosting.loss(sold, SalePosting.price(asset, sold), SalePosting.cost(asset, sold));
        return loss - Proportion.of(loss, returned.quantity(), sold.quantity());
    }

    /** What the sale contributes after its returns: revenue less refunds, less the cost that remains. */
    private static long contribution(Asset asset, SaleRecorded sale, SaleOnFile onFile) {
        long contribution = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            ReturnedLine returned = onFile.returned(i + 1);
            long revenue = Math.subtractExact(SalePosting.price(asset, line), returned.refunded());
            long cost = Math.subtractExact(SalePosting.cost(asset, line), returned.costReversed());
            contribution = Math.addExact(contribution, Math.subtractExact(revenue, cost));
        }
        return contribution;
    }

    private static RejectedException exceeds(String message) {
        return new RejectedException(RejectReason.RETURN_EXCEEDS_SALE, message);
    }
}
