package dev.triad.ledger.posting;

import dev.triad.events.CostIncurred;
import dev.triad.events.EventType;
import dev.triad.events.GroupDeclared;
import dev.triad.events.OrderRequested;
import dev.triad.events.RatePublished;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Topics;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns a batch of records into what is to be written, against a view of the books. Within a batch,
 * declarations and rates come first and returns last, so that what belongs together meets; across
 * batches, suspense and repricing make the order of arrival irrelevant to every balance.
 */
public final class BatchPoster {
    private final LedgerView view;
    private final Batch batch = new Batch();
    private final Map<String, Group> groups;
    private RateBook rates;
    private final Map<EventKey, Integer> revisions = new HashMap<>();
    private final Map<EventKey, SaleOnFile> sales = new HashMap<>();

    private BatchPoster(LedgerView view) {
        this.view = view;
        this.groups = new HashMap<>(view.reference().groups());
        this.rates = view.reference().rates();
    }

    public static Batch post(LedgerView view, List<Received> records) {
        return new BatchPoster(view).post(records);
    }

    private Batch post(List<Received> records) {
        List<Received.Decoded> events = distinct(records);
        List<Received.Decoded> returns = new ArrayList<>();
        List<Received.Decoded> reference =
                events.stream().filter(BatchPoster::isReference).toList();
        each(reference, EventType.GROUP_DECLARED, this::declare);
        each(reference, EventType.RATE_PUBLISHED, event -> guarded(event, () -> publish(event)));
        for (Received.Decoded event : events) {
            switch (event.event().data()) {
                case GroupDeclared _, RatePublished _ -> {}
                case SaleReturned _ -> returns.add(event);
                case SaleRecorded sale -> guarded(event, () -> sale(event, sale));
                case UsageRecorded usage -> guarded(event, () -> usage(event, usage));
                case CostIncurred cost -> guarded(event, () -> cost(event, cost));
                case OrderRequested _ -> guarded(event, () -> request(event));
            }
        }
        returns(returns);
        return batch;
    }

    /** Sets aside what is no event or reuses an id, and drops what has been said before. */
    private List<Received.Decoded> distinct(List<Received> records) {
        List<EventKey> keys = keys(records);
        Map<EventKey, UUID> known = view.known(keys);
        Map<EventKey, UUID> here = HashMap.newHashMap(keys.size());
        List<Received.Decoded> events = new ArrayList<>(keys.size());
        int next = 0;
        for (Received record : records) {
            switch (record) {
                case Received.Undecodable(var _, String reason, String message) ->
                    batch.suspended().add(new Suspended(record, reason, message, null));
                case Received.Decoded event -> {
                    EventKey key = keys.get(next++);
                    UUID before = known.get(key);
                    if (before == null) {
                        before = here.putIfAbsent(key, event.digest());
                    }
                    if (before == null) {
                        events.add(event);
                    } else if (before.equals(event.digest())) {
                        batch.duplicate();
                    } else {
                        reject(event, RejectReason.ID_REUSED, "the same source and id came before with other content");
                    }
                }
            }
        }
        return events;
    }

    private static List<EventKey> keys(List<Received> records) {
        List<EventKey> keys = new ArrayList<>(records.size());
        for (Received record : records) {
            if (record instanceof Received.Decoded event) {
                keys.add(event.key());
            }
        }
        return keys;
    }

    private void declare(Received.Decoded event) {
        if (!(event.event().data() instanceof GroupDeclared declaration)) {
            return;
        }
        String name = event.event().source().group();
        Group declared = Group.declared(name, declaration);
        Group before = groups.get(name);
        if (before != null && !before.accepts(declared)) {
            reject(
                    event,
                    RejectReason.DECLARATION_CONFLICT,
                    "a later declaration may add units; it cannot change the asset, the transfer price or a storefront");
            return;
        }
        Group after = before == null ? declared : before.merged(declared);
        groups.put(name, after);
        batch.groups().put(name, after);
        posted(event, name, new Entry(Rule.DECLARATION, List.of()), null);
    }

    /** Takes up a rate, and posts the difference for every usage on the books that it prices otherwise. */
    private void publish(Received.Decoded event) {
        if (!(event.event().data() instanceof RatePublished published)) {
            return;
        }
        Group group = groupWith(event, List.of(published.provider()));
        if (group == null) {
            return;
        }
        RateKey key = new RateKey(group.name(), published.provider(), published.resource());
        Rate rate = new Rate(published, event.event().time(), event.event().id());
        RateBook after = rates.with(key, rate);
        List<Posted> differences = differences(group, key, rate.effectiveFrom(), after);

        rates = after;
        batch.rates().add(new Batch.PublishedRate(key, rate));
        posted(event, group.name(), new Entry(Rule.RATE, List.of()), null);
        differences.forEach(difference -> {
            revisions.put(difference.event(), difference.revision());
            batch.posted().add(difference);
        });
    }

    private List<Posted> differences(Group group, RateKey key, Instant from, RateBook after) {
        List<Posted> differences = new ArrayList<>();
        for (PostedUsage usage :
                view.usages(key, from, after.nextAfter(key, from).orElse(null))) {
            Optional<Rate> oldRate = rates.at(key, usage.time());
            Optional<Rate> newRate = after.at(key, usage.time());
            if (oldRate.isPresent() && newRate.isPresent() && !oldRate.get().equals(newRate.get())) {
                Posted difference = difference(group, usage, oldRate.get(), newRate.get());
                if (!difference.entry().postings().isEmpty()) {
                    differences.add(difference);
                }
            }
        }
        return differences;
    }

    private Posted difference(Group group, PostedUsage posted, Rate oldRate, Rate newRate) {
        Usage usage = posted.usage();
        UsagePosting.Price difference = UsagePosting.price(group, usage, posted.quantity(), newRate)
                .minus(UsagePosting.price(group, usage, posted.quantity(), oldRate));
        return new Posted(
                posted.event(),
                group.name(),
                posted.position(),
                revisions.getOrDefault(posted.event(), posted.lastRevision()) + 1,
                posted.digest(),
                posted.time(),
                UsagePosting.post(usage, difference, Rule.REPRICING),
                new Posted.RatedUsage(usage, posted.quantity(), newRate),
                null,
                null);
    }

    private void sale(Received.Decoded event, SaleRecorded sale) {
        List<String> units = new ArrayList<>();
        units.add(unit(event));
        sale.attribution().forEach(attribution -> units.add(attribution.unit()));
        Group group = groupWith(event, units);
        if (group != null) {
            batch.posted()
                    .add(new Posted(
                            event.key(),
                            group.name(),
                            event.raw().position(),
                            0,
                            event.digest(),
                            event.event().time(),
                            SalePosting.post(group, unit(event), sale),
                            null,
                            event.raw().value(),
                            event.event()));
            sales.put(event.key(), new SaleOnFile(sale, Map.of()));
        }
    }

    private void usage(Received.Decoded event, UsageRecorded recorded) {
        Usage usage = Usage.of(recorded);
        Group group = groupWith(
                event,
                switch (usage.consumerKind()) {
                    case UNIT -> List.of(usage.provider(), usage.consumer());
                    case TENANT -> List.of(usage.provider());
                });
        if (group == null) {
            return;
        }
        if (recorded.charge() != null) {
            posted(event, group.name(), UsagePosting.post(usage, UsagePosting.price(group, recorded.charge())), null);
            return;
        }
        RateKey key = new RateKey(group.name(), usage.provider(), usage.resource());
        Optional<Rate> rate = rates.at(key, event.event().time());
        if (rate.isEmpty()) {
            await(event, new Wanted.ForRate(key));
            return;
        }
        UsagePosting.Price price = UsagePosting.price(group, usage, recorded.quantity(), rate.get());
        posted(
                event,
                group.name(),
                UsagePosting.post(usage, price),
                new Posted.RatedUsage(usage, recorded.quantity(), rate.get()));
    }

    private void cost(Received.Decoded event, CostIncurred cost) {
        Group group = groupWith(event, List.of(cost.unit()));
        if (group != null) {
            Entry entry = new EntryBuilder()
                    .pair(
                            AccountNames.costPool(cost.unit(), cost.pool(), cost.behaviour()),
                            AccountNames.vendors(cost.unit()),
                            group.asset().amount(cost.amount()))
                    .build(Rule.COST);
            posted(event, group.name(), entry, null);
        }
    }

    private void request(Received.Decoded event) {
        Group group = groupWith(event, List.of(unit(event)));
        if (group != null) {
            posted(event, group.name(), new Entry(Rule.REQUEST, List.of()), null);
        }
    }

    private void returns(List<Received.Decoded> returns) {
        if (returns.isEmpty()) {
            return;
        }
        Set<EventKey> wanted = new LinkedHashSet<>();
        for (Received.Decoded event : returns) {
            EventKey sale = saleKey(event);
            if (sale != null && !sales.containsKey(sale)) {
                wanted.add(sale);
            }
        }
        sales.putAll(view.sales(wanted));
        for (Received.Decoded event : returns) {
            guarded(event, () -> returned(event, (SaleReturned) event.event().data()));
        }
    }

    private void returned(Received.Decoded event, SaleReturned returned) {
        Group group = groupWith(event, List.of(unit(event)));
        if (group == null) {
            return;
        }
        EventKey key = saleKey(event);
        if (key == null) {
            posted(event, group.name(), ReturnPosting.postUnmatched(group, unit(event), returned), null);
            return;
        }
        SaleOnFile onFile = sales.get(key);
        if (onFile == null) {
            await(event, new Wanted.ForSale(key));
            return;
        }
        SaleRecorded sale = onFile.sale();
        if (sale == null) {
            throw new RejectedException(RejectReason.NOT_A_SALE, "the event " + key.id() + " is no sale");
        }
        ReturnPosting.Result result = ReturnPosting.post(group, unit(event), sale, onFile, returned);
        sales.put(key, result.after());
        batch.returns().put(key, result.after());
        posted(event, group.name(), result.entry(), null);
    }

    private static @Nullable EventKey saleKey(Received.Decoded event) {
        return event.event().data() instanceof SaleReturned returned && returned.sale() != null
                ? new EventKey(event.event().source(), returned.sale())
                : null;
    }

    private static boolean isReference(Received.Decoded event) {
        return event.raw().position().topic().equals(Topics.REFERENCE);
    }

    private static String unit(Received.Decoded event) {
        return event.event().source().unit();
    }

    /** The event's group when all these units are in it; else the event waits, and there is none. */
    private @Nullable Group groupWith(Received.Decoded event, List<String> units) {
        String name = event.event().source().group();
        Group group = groups.get(name);
        Optional<Wanted> missing = missing(group, name, units);
        if (missing.isPresent()) {
            await(event, missing.get());
            return null;
        }
        return group;
    }

    private static Optional<Wanted> missing(@Nullable Group group, String name, List<String> units) {
        if (group == null) {
            return Optional.of(new Wanted.ForGroup(name));
        }
        return units.stream()
                .filter(unit -> !group.hasUnit(unit))
                .findFirst()
                .map(unit -> new Wanted.ForUnit(name, unit));
    }

    private void posted(Received.Decoded event, String group, Entry entry, Posted.@Nullable RatedUsage usage) {
        batch.posted()
                .add(new Posted(
                        event.key(),
                        group,
                        event.raw().position(),
                        0,
                        event.digest(),
                        event.event().time(),
                        entry,
                        usage,
                        null,
                        event.event()));
    }

    private void await(Received.Decoded event, Wanted wanted) {
        batch.suspended().add(new Suspended(event, "waiting", wanted.words(), wanted));
    }

    private void reject(Received.Decoded event, RejectReason reason, String message) {
        batch.suspended().add(new Suspended(event, reason.code(), message, null));
    }

    /** One event that cannot be posted never stops the others. */
    private void guarded(Received.Decoded event, Runnable post) {
        try {
            post.run();
        } catch (RejectedException e) {
            reject(event, e.reason(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            reject(event, RejectReason.OVERFLOW, "an amount does not fit 64 bits at the group's scale");
        }
    }

    private void each(
            List<Received.Decoded> events, EventType type, java.util.function.Consumer<Received.Decoded> action) {
        for (Received.Decoded event : events) {
            if (event.event().type() == type) {
                action.accept(event);
            }
        }
    }
}
