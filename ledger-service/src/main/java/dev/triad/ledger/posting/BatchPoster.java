package dev.triad.ledger.posting;

import dev.triad.events.CostIncurred;
import dev.triad.events.GroupDeclared;
import dev.triad.events.OrderRequested;
import dev.triad.events.PeriodClosed;
import dev.triad.events.RatePublished;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Topics;
import dev.triad.events.UsageRecorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns a batch of records into what is to be written, against a view of the books. Within a batch,
 * declarations and rates come first and returns last, so that what belongs together meets; across
 * batches, suspense and repricing make the order of arrival irrelevant to every balance.
 */
public final class BatchPoster {
    private final BatchBooks books;

    private BatchPoster(LedgerView view) {
        this.books = new BatchBooks(view);
    }

    public static Batch post(LedgerView view, List<Received> records) {
        return new BatchPoster(view).post(records);
    }

    private Batch post(List<Received> records) {
        List<Received.Decoded> events = distinct(records);
        List<Received.Decoded> returns = new ArrayList<>();
        List<Received.Decoded> reference =
                events.stream().filter(BatchPoster::isReference).toList();
        new ReferencePoster(books).post(reference);
        for (Received.Decoded event : events) {
            switch (event.event().data()) {
                case GroupDeclared _, RatePublished _, PeriodClosed _ -> {}
                case SaleReturned _ -> returns.add(event);
                case SaleRecorded sale -> books.guarded(event, () -> sale(event, sale));
                case UsageRecorded usage -> books.guarded(event, () -> usage(event, usage));
                case CostIncurred cost -> books.guarded(event, () -> cost(event, cost));
                case OrderRequested _ -> books.guarded(event, () -> request(event));
            }
        }
        new ReturnPoster(books).post(returns);
        return books.batch();
    }

    /** Sets aside what is no event or reuses an id, and drops what has been said before. */
    private List<Received.Decoded> distinct(List<Received> records) {
        Map<EventKey, UUID> known = books.view().known(decoded(records));
        Map<EventKey, UUID> here = HashMap.newHashMap(records.size());
        List<Received.Decoded> events = new ArrayList<>(records.size());
        for (Received record : records) {
            switch (record) {
                case Received.Undecodable(var _, String reason, String message) ->
                    books.batch().suspended().add(new Suspended(record, reason, message, null));
                case Received.Decoded event -> {
                    UUID before = known.get(event.key());
                    if (before == null) {
                        before = here.putIfAbsent(event.key(), event.digest());
                    }
                    if (before == null) {
                        events.add(event);
                    } else if (before.equals(event.digest())) {
                        books.batch().duplicate();
                    } else {
                        books.reject(
                                event, RejectReason.ID_REUSED, "the same source and id came before with other content");
                    }
                }
            }
        }
        return events;
    }

    private static List<Received.Decoded> decoded(List<Received> records) {
        List<Received.Decoded> events = new ArrayList<>(records.size());
        for (Received record : records) {
            if (record instanceof Received.Decoded event) {
                events.add(event);
            }
        }
        return events;
    }

    private void sale(Received.Decoded event, SaleRecorded sale) {
        Group group = books.groupWith(event, units(event, sale));
        if (group != null) {
            Entry entry =
                    SalePosting.post(group, unit(event), sale, event.event().time());
            books.posted(event, group.name(), entry, null, event.raw().value());
            books.sales().put(event.key(), new SaleOnFile(sale, event.event().time(), Map.of()));
        }
    }

    private void usage(Received.Decoded event, UsageRecorded recorded) {
        Usage usage = Usage.of(recorded);
        Group group = books.groupWith(
                event,
                switch (usage.consumerKind()) {
                    case UNIT -> List.of(usage.provider(), usage.consumer());
                    case TENANT -> List.of(usage.provider());
                });
        if (group == null) {
            return;
        }
        if (recorded.charge() != null) {
            books.posted(
                    event, group.name(), UsagePosting.post(usage, UsagePosting.price(group, recorded.charge())), null);
            return;
        }
        new UsagePoster(books).post(event, group, usage, recorded.quantity());
    }

    private void cost(Received.Decoded event, CostIncurred cost) {
        Group group = books.groupWith(event, List.of(cost.unit()));
        if (group != null) {
            books.posted(event, group.name(), CostPosting.post(group, cost), null);
        }
    }

    private void request(Received.Decoded event) {
        Group group = books.groupWith(event, List.of(unit(event)));
        if (group != null) {
            books.posted(event, group.name(), new Entry(Rule.REQUEST, List.of()), null);
        }
    }

    /** The seller, and whose products led to the sale. */
    private static List<String> units(Received.Decoded event, SaleRecorded sale) {
        if (sale.attribution().isEmpty()) {
            return List.of(unit(event));
        }
        List<String> units = new ArrayList<>();
        units.add(unit(event));
        sale.attribution().forEach(attribution -> units.add(attribution.unit()));
        return units;
    }

    private static boolean isReference(Received.Decoded event) {
        return event.raw().position().topic().equals(Topics.REFERENCE);
    }

    private static String unit(Received.Decoded event) {
        return event.event().source().unit();
    }
}
