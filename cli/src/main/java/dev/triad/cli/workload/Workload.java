package dev.triad.cli.workload;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * A stream of a company's trade: a store, a cloud and a device maker, with all that a ledger has to cope with. One
 * record in a hundred repeats another, one event in twenty is overtaken by others, one in fifty comes late. Beside
 * the stream it keeps the books of what it sends, from its own choices and apart from any ledger.
 *
 * <p>It holds a few thousand events at a time, however long the stream is. Not for use by several threads.
 */
public final class Workload implements Iterator<CloudEvent> {
    /** The group's asset: a billionth of a dollar. */
    public static final Asset ASSET = new Asset("USD", 9);

    private static final int REPEATED_IN_TEN_THOUSAND = 100;

    private final WorkloadSettings settings;
    private final Chance chance;
    private final Tally tally = new Tally();
    private final Trade trade;
    private final Queue<CloudEvent> preamble = new ArrayDeque<>();
    private final Disorder disorder;
    private final Repeats repeats;
    private long records;
    private long duplicates;

    public Workload(WorkloadSettings settings) {
        this.settings = settings;
        this.chance = new Chance(settings.seed());
        this.disorder = new Disorder(chance);
        this.repeats = new Repeats(chance);
        RateCard rates = new RateCard(settings.from());
        this.trade = new Trade(settings, chance, tally, rates);
        preamble.add(declaration());
        preamble.addAll(rates.publications(new Source(settings.group(), "cloud"), chance));
    }

    @Override
    public boolean hasNext() {
        return records < settings.records();
    }

    @Override
    public CloudEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream has " + settings.records() + " records");
        }
        boolean repeat = preamble.isEmpty() && isRoom() && chance.inTenThousand(REPEATED_IN_TEN_THOUSAND);
        CloudEvent event = repeat ? repeats.again() : fresh();
        if (repeat) {
            duplicates++;
        } else {
            repeats.sent(event);
        }
        records++;
        return event;
    }

    /**
     * What a ledger must come to.
     *
     * @throws IllegalStateException when there is more to send: events that are held back are on the books already
     */
    public Expectation expectation() {
        if (hasNext()) {
            throw new IllegalStateException("the stream is not at its end");
        }
        return new Expectation(
                tally.balances(ASSET.scale()), records, records - duplicates, duplicates, tally.postings());
    }

    private CloudEvent fresh() {
        CloudEvent first = preamble.poll();
        if (first != null) {
            return first;
        }
        CloudEvent due = disorder.due(records);
        if (due != null) {
            return due;
        }
        while (isRoom()) {
            CloudEvent event = trade.next(records);
            if (!disorder.holds(event, records)) {
                return event;
            }
        }
        return disorder.next();
    }

    /** Whether there is room for more than what is held back already. */
    private boolean isRoom() {
        return records + disorder.size() < settings.records();
    }

    private CloudEvent declaration() {
        Instant time = settings.from();
        return new CloudEvent(
                chance.id(time),
                new Source(settings.group(), "cloud"),
                settings.group(),
                time,
                new GroupDeclared(
                        "Amazon",
                        ASSET,
                        TransferPriceMethod.FULL_COST,
                        List.of(
                                new DeclaredUnit("store", "Online store", List.of()),
                                new DeclaredUnit("cloud", "Cloud", List.of()),
                                new DeclaredUnit("device", "Devices", List.of("store")))));
    }
}
