package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.rate.RateBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books as a batch goes on: what is there, and on top of it what the batch itself has declared, published
 * and sold so far.
 */
final class BatchBooks {
    private final LedgerView view;
    private final Batch batch = new Batch();
    private final Map<String, Group> groups;
    private RateBook rates;
    private final Map<String, Closings> closings;
    private final Map<EventKey, SaleOnFile> sales = new HashMap<>();

    BatchBooks(LedgerView view) {
        this.view = view;
        this.groups = new HashMap<>(view.reference().groups());
        this.rates = view.reference().rates();
        this.closings = new HashMap<>(view.reference().closings());
    }

    LedgerView view() {
        return view;
    }

    Batch batch() {
        return batch;
    }

    Map<String, Group> groups() {
        return groups;
    }

    RateBook rates() {
        return rates;
    }

    void rates(RateBook after) {
        rates = after;
    }

    /** What the group has closed; nothing, as a rule. */
    Closings closings(String group) {
        return closings.isEmpty() ? Closings.NONE : closings.getOrDefault(group, Closings.NONE);
    }

    void closings(String group, Closings after) {
        closings.put(group, after);
    }

    /** The sales that the batch has posted or looked up. */
    Map<EventKey, SaleOnFile> sales() {
        return sales;
    }

    /** The event's group when all these units are in it; else the event waits, and there is none. */
    @Nullable
    Group groupWith(Received.Decoded event, List<String> units) {
        String name = event.event().source().group();
        Group group = groups.get(name);
        if (group == null) {
            await(event, new Wanted.ForGroup(name));
            return null;
        }
        for (String unit : units) {
            if (!group.hasUnit(unit)) {
                await(event, new Wanted.ForUnit(name, unit));
                return null;
            }
        }
        return group;
    }

    void posted(Received.Decoded event, String group, Entry entry, Posted.@Nullable RatedUsage usage) {
        posted(event, group, entry, usage, null);
    }

    /** @param sale the data of a sale as it stands on the record */
    void posted(
            Received.Decoded event,
            String group,
            Entry entry,
            Posted.@Nullable RatedUsage usage,
            byte @Nullable [] sale) {
        posted(event, group, 0, bookedAt(event, group), entry, usage, sale);
    }

    /** Posts an event's entry or, with a revision, the difference that rates make which a closing did not know. */
    void posted(
            Received.Decoded event,
            String group,
            int revision,
            Instant bookedAt,
            Entry entry,
            Posted.@Nullable RatedUsage usage,
            byte @Nullable [] sale) {
        batch.posted()
                .add(new Posted(
                        event.key(),
                        group,
                        event.raw().position(),
                        revision,
                        event.digest(),
                        event.event().time(),
                        bookedAt,
                        entry,
                        usage,
                        sale,
                        event));
    }

    private Instant bookedAt(Received.Decoded event, String group) {
        Closings closed = closings(group);
        Instant time = event.event().time();
        return closed.isEmpty() ? time : closed.bookedAt(LogPlace.of(event.raw().position()), time);
    }

    void await(Received.Decoded event, Wanted wanted) {
        batch.suspended().add(new Suspended(event, "waiting", wanted.words(), wanted));
    }

    void reject(Received.Decoded event, RejectReason reason, String message) {
        batch.suspended().add(new Suspended(event, reason.code(), message, null));
    }

    /** One event that cannot be posted never stops the others. */
    void guarded(Received.Decoded event, Runnable post) {
        try {
            post.run();
        } catch (RejectedException e) {
            reject(event, e.reason(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            reject(event, RejectReason.OVERFLOW, "an amount does not fit 64 bits at the group's scale");
        }
    }
}
