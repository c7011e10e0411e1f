package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import dev.triad.events.CostIncurred;
import dev.triad.events.GroupDeclared;
import dev.triad.events.OrderRequested;
import dev.triad.events.PeriodClosed;
import dev.triad.events.RatePublished;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.rate.Rate;
import java.util.List;
import java.util.Map;

/** Explains entries: posts an event once more, by the same functions, with the reasons kept. */
public final class Explanation {
    /** What an entry rests on beside its event and its group. */
    public sealed interface Basis {
        /** Nothing else. */
        record EventAlone() implements Basis {}

        /** The rate that priced a usage. */
        record AtRate(Rate rate) implements Basis {}

        /** The rate that priced a usage anew, and the one that had priced it until then. */
        record Repriced(Rate rate, Rate before) implements Basis {}

        /** The sale that something came back of, and what had come back of it before. */
        record Returned(SaleOnFile before) implements Basis {}
    }

    private Explanation() {}

    /**
     * The entry of an event with the reasons of its amounts.
     *
     * @throws IllegalArgumentException when the basis is not one of such an event
     * @throws ArithmeticException when an amount does not fit a {@code long}
     */
    public static Explained of(Group group, CloudEvent event, Basis basis) {
        String unit = event.source().unit();
        EntryBuilder entry = EntryBuilder.explaining();
        return switch (event.data()) {
            case SaleRecorded sale ->
                SalePosting.post(entry, group, unit, sale, event.time()).explained(Rule.SALE);
            case SaleReturned returned
            when returned.sale() == null ->
                ReturnPosting.postUnmatched(entry, group, unit, returned).explained(Rule.UNMATCHED_RETURN);
            case SaleReturned returned -> returned(entry, group, unit, returned, basis);
            case UsageRecorded usage -> usage(entry, group, usage, basis);
            case CostIncurred cost -> CostPosting.post(entry, group, cost).explained(Rule.COST);
            case GroupDeclared _ -> nothing(Rule.DECLARATION);
            case RatePublished _ -> nothing(Rule.RATE);
            case PeriodClosed _ -> nothing(Rule.CLOSING);
            case OrderRequested _ -> nothing(Rule.REQUEST);
        };
    }

    private static Explained returned(
            EntryBuilder entry, Group group, String unit, SaleReturned returned, Basis basis) {
        if (!(basis instanceof Basis.Returned(SaleOnFile before)) || before.sale() == null) {
            throw unsuited(basis);
        }
        ReturnPosting.post(entry, group, unit, before.sale(), before, returned);
        return entry.explained(Rule.RETURN);
    }

    private static Explained usage(EntryBuilder entry, Group group, UsageRecorded recorded, Basis basis) {
        Usage usage = Usage.of(recorded);
        return switch (basis) {
            case Basis.EventAlone _
            when recorded.charge() != null ->
                UsagePosting.post(
                                entry,
                                usage,
                                UsagePosting.price(group, recorded.charge())
                                        .with(UsageReasons.of(group, recorded.charge())))
                        .explained(UsagePosting.rule(usage));
            case Basis.AtRate(Rate rate) ->
                UsagePosting.post(entry, usage, price(group, recorded, rate)).explained(UsagePosting.rule(usage));
            case Basis.Repriced(Rate rate, Rate before) ->
                UsagePosting.post(entry, usage, price(group, recorded, rate).minus(price(group, recorded, before)))
                        .explained(Rule.REPRICING);
            case Basis.EventAlone _, Basis.Returned _ -> throw unsuited(basis);
        };
    }

    private static UsagePosting.Price price(Group group, UsageRecorded usage, Rate rate) {
        return UsagePosting.price(group, Usage.of(usage), usage.quantity(), rate)
                .with(UsageReasons.of(group, usage, rate));
    }

    private static Explained nothing(Rule rule) {
        return new Explained(new Entry(rule, List.of()), Map.of());
    }

    private static IllegalArgumentException unsuited(Basis basis) {
        return new IllegalArgumentException("an event of this type does not rest on " + basis);
    }
}
