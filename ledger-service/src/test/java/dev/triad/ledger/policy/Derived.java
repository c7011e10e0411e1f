package dev.triad.ledger.policy;

import dev.triad.events.CloudEvent;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.PostedStreams;
import dev.triad.ledger.posting.Posting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Books in memory, derived from what the pure engine posts. */
public final class Derived {
    private Derived() {}

    private record Revision(EventKey event, int number) {}

    /** The entries that events come to, as another book needs them. */
    public static List<ActualEntry> entries(List<CloudEvent> events) {
        Map<Revision, Posted> revisions = new HashMap<>();
        List<ActualEntry> entries = new ArrayList<>();
        for (Posted posted : PostedStreams.of(events)) {
            revisions.put(new Revision(posted.event(), posted.revision()), posted);
            Posted.RatedUsage usage = posted.usage();
            Posted before = revisions.get(new Revision(posted.event(), posted.revision() - 1));
            entries.add(new ActualEntry(
                    posted.entry().rule(),
                    posted.event().source().unit(),
                    posted.entry().postings(),
                    usage == null ? null : priced(usage, before == null ? null : before.usage())));
        }
        return entries;
    }

    private static ActualEntry.Priced priced(Posted.RatedUsage usage, Posted.@Nullable RatedUsage before) {
        return new ActualEntry.Priced(
                usage.usage(), usage.quantity(), usage.rate(), before == null ? null : before.rate());
    }

    /** The balances of the book of a policy, other than zero. */
    public static Map<String, BigInteger> balances(List<CloudEvent> events, Policy policy) {
        WhatIf book = new WhatIf(PostedStreams.group(events), policy);
        return sum(entries(events), book::of);
    }

    /** The balances of the actual book, other than zero. */
    public static Map<String, BigInteger> actual(List<CloudEvent> events) {
        return sum(entries(events), ActualEntry::postings);
    }

    private static Map<String, BigInteger> sum(
            List<ActualEntry> entries, Function<ActualEntry, List<Posting>> postings) {
        Map<String, BigInteger> balances = new TreeMap<>();
        for (ActualEntry entry : entries) {
            postings.apply(entry)
                    .forEach(posting ->
                            balances.merge(posting.account(), BigInteger.valueOf(posting.amount()), BigInteger::add));
        }
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }
}
