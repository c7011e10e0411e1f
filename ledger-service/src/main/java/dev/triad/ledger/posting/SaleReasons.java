package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.LineKind;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the amounts of a sale and of its returns came to be. Lines are counted from 0 here, and from 1 in words. */
record SaleReasons(Asset asset, SaleRecorded sale) {
    private static final SaleOnFile NOTHING_RETURNED = new SaleOnFile(null, Instant.EPOCH, Map.of());

    /** From one derivation, when there was one, to another. */
    record Change(@Nullable Derivation before, Derivation after) {
        /** What one of the units that gain from a storefront grants of a loss. */
        Derivation share(String funder, int shares, int index) {
            Derivation share = new Derivation.Share("share of " + funder, after, shares, index);
            return before == null
                    ? share
                    : new Derivation.Difference(
                            "share of " + funder + " less its share before",
                            share,
                            new Derivation.Share("share of " + funder + " before", before, shares, index));
        }

        /** What an attribution credits of a contribution. */
        Derivation weighted(Attribution attribution) {
            Derivation part = weighted(attribution, after);
            return before == null
                    ? part
                    : new Derivation.Difference(
                            "attributed contribution less what was attributed before",
                            part,
                            weighted(attribution, before));
        }

        private static Derivation weighted(Attribution attribution, Derivation contribution) {
            return new Derivation.Part(
                    "attributed to %s (%s, %s)"
                            .formatted(attribution.unit(), attribution.product(), attribution.cohort()),
                    contribution,
                    attribution.weight(),
                    BigDecimal.ONE,
                    "weight");
        }
    }

    Derivation price(int line) {
        SaleLine sold = sale.lines().get(line);
        return new Derivation.Product(
                "price of " + name(line), asset, sold.quantity(), sold.sku(), sold.unitPrice(), "unit price");
    }

    Derivation cost(int line) {
        SaleLine sold = sale.lines().get(line);
        String what = "cost of " + name(line);
        return sold.unitCost() == null
                ? new Derivation.Total(what, List.of())
                : new Derivation.Product(what, asset, sold.quantity(), sold.sku(), sold.unitCost(), "unit cost");
    }

    Change loss(int line) {
        return new Change(null, lossOf(line));
    }

    private Derivation lossOf(int line) {
        String what = "loss on " + name(line);
        return sale.lines().get(line).kind() == LineKind.DEVICE
                ? new Derivation.NotBelowZero(
                        what, new Derivation.Difference("cost less price", cost(line), price(line)))
                : new Derivation.Total(what, List.of());
    }

    Change contribution() {
        return new Change(null, contribution("contribution of the sale", NOTHING_RETURNED));
    }

    Change contribution(SaleOnFile before, SaleOnFile after) {
        return new Change(
                contribution("contribution of the sale before this return", before),
                contribution("contribution of the sale after this return", after));
    }

    private Derivation contribution(String what, SaleOnFile onFile) {
        long price = 0;
        long cost = 0;
        long refunded = 0;
        long costReversed = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            price = Math.addExact(price, SalePosting.price(asset, line));
            cost = Math.addExact(cost, SalePosting.cost(asset, line));
            refunded = Math.addExact(refunded, onFile.returned(i + 1).refunded());
            costReversed = Math.addExact(costReversed, onFile.returned(i + 1).costReversed());
        }
        List<Derivation.Total.Item> items = new ArrayList<>();
        items.add(new Derivation.Total.Item("price of all lines", price));
        items.add(new Derivation.Total.Item("their cost", -cost));
        if (!onFile.returned().isEmpty()) {
            items.add(new Derivation.Total.Item("refunds", -refunded));
            items.add(new Derivation.Total.Item("cost taken back", costReversed));
        }
        return new Derivation.Total(what, items);
    }

    Derivation refund(ReturnLine line, ReturnedLine before, ReturnedLine after) {
        int index = line.line() == null ? 0 : line.line() - 1;
        return line.unitPrice() != null
                ? refund(asset, line)
                : returned(
                        "refund of ", index, price(index), before.proportionalQuantity(), after.proportionalQuantity());
    }

    /** A refund that says its own price. */
    static Derivation refund(Asset asset, ReturnLine line) {
        return new Derivation.Product(
                "refund of " + line.sku(),
                asset,
                line.quantity(),
                line.sku(),
                line.unitPrice() == null ? BigDecimal.ZERO : line.unitPrice(),
                "refunded for one");
    }

    Derivation costReversed(int line, ReturnedLine before, ReturnedLine after) {
        return returned("cost taken back of ", line, cost(line), before.quantity(), after.quantity());
    }

    Change remainingLoss(int line, ReturnedLine before, ReturnedLine after) {
        return new Change(remainingLoss(line, before), remainingLoss(line, after));
    }

    private Derivation remainingLoss(int line, ReturnedLine returned) {
        return new Derivation.Difference(
                "loss that remains on " + name(line),
                lossOf(line),
                part("returned part of the loss on " + name(line), line, lossOf(line), returned.quantity()));
    }

    /** The difference between two cumulative parts of an amount; with nothing before, the part itself. */
    private Derivation returned(String what, int line, Derivation of, BigDecimal before, BigDecimal after) {
        Derivation all = part(what + name(line), line, of, after);
        return before.signum() == 0
                ? all
                : new Derivation.Difference(
                        what + name(line) + " less what came back before",
                        all,
                        part(what + name(line) + " before", line, of, before));
    }

    private Derivation part(String what, int line, Derivation of, BigDecimal returned) {
        return new Derivation.Part(what, of, returned, sale.lines().get(line).quantity(), "returned of sold");
    }

    private String name(int line) {
        return "line %d (%s)".formatted(line + 1, sale.lines().get(line).sku());
    }
}
