package dev.triad.ledger.audit;

import dev.triad.events.Defect;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.chain.ChainedEntry;
import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.journal.RawHeaders;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.Entry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.RejectReason;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.posting.Usage;
import dev.triad.ledger.rate.RateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Holds the entries and suspense items of each record to what the pure engine makes of it. An event that can be posted
 * has an entry at its record's place, or at that of another record that says the same; each entry is what its event
 * posts by the rate that it cites, and all of an event's entries together what it posts by the rate in effect.
 */
final class RecordCheck {
    private static final String UNPOSTABLE = "unpostable";

    private final Findings findings;
    private final Names names;
    private final ReferenceOfLog reference;
    private final BalanceSums sums;
    private final EntryRows entries;
    private final SuspenseRows suspense;
    private final Reposting engine;
    private final DateCheck dates;
    private final ReturnsCheck returns;
    private final Unposted unposted;
    private final Connection connection;
    private final List<BookEntry> here = new ArrayList<>();
    /** What accounts that go by another name must be called. */
    private final Map<Integer, String> renamed = new HashMap<>();

    private ChainCheck.@Nullable LaneCheck links;

    RecordCheck(
            Connection connection,
            Findings findings,
            Names names,
            ReferenceOfLog reference,
            BalanceSums sums,
            EntryRows entries,
            SuspenseRows suspense) {
        this.connection = connection;
        this.findings = findings;
        this.names = names;
        this.reference = reference;
        this.sums = sums;
        this.entries = entries;
        this.suspense = suspense;
        this.engine = new Reposting(reference.groups(), reference.rates(), reference.closings());
        this.dates = new DateCheck(reference.closings(), names, engine, findings);
        this.returns = new ReturnsCheck(engine, findings);
        this.unposted = new Unposted(connection, findings, this::expectNevertheless);
    }

    /** Begins with a partition, whose links are given its entries. */
    void begin(TopicPartition partition, ChainCheck.LaneCheck lane) throws SQLException {
        links = null;
        passTo(
                LogPlace.of(new RecordPosition(partition.topic(), partition.partition(), 0)),
                "a partition that is read");
        links = lane;
    }

    /** Ends with a partition: what stands behind its last record stands for none. */
    void end(TopicPartition partition) throws SQLException {
        passTo(
                LogPlace.of(new RecordPosition(partition.topic(), partition.partition() + 1, 0)),
                "a record below the offset that the books stand at");
        links = null;
    }

    /** Once all partitions are read. */
    void finish() throws SQLException {
        passTo(Long.MAX_VALUE, "a partition that is read");
        unposted.ask();
        returns.finish(connection);
    }

    /** Compares what stands for one record. */
    void record(Received received, long position) throws SQLException {
        passTo(position, "a record in the log");
        here.clear();
        BookEntry entry = entries.peek();
        while (entry != null && entry.position() == position) {
            here.add(taken(entry));
            entry = entries.peek();
        }
        SuspenseRows.Item item = suspense.peek();
        if (item != null && item.position() == position) {
            suspense.take();
            findings.compared(Subject.SUSPENSE);
        } else {
            item = null;
        }
        findings.compared(Subject.RECORDS);
        switch (received) {
            case Received.Undecodable record -> undecodable(record, position, item);
            case Received.Decoded event -> decoded(event, position, item);
        }
    }

    /** Entries and items before a place are those of no record. */
    private void passTo(long position, String expected) throws SQLException {
        BookEntry entry = entries.peek();
        while (entry != null && entry.position() < position) {
            findings.differ(Subject.ENTRIES, taken(entry).name(), expected, "an entry without one");
            entry = entries.peek();
        }
        SuspenseRows.Item item = suspense.peek();
        while (item != null && item.position() < position) {
            findings.compared(Subject.SUSPENSE);
            findings.differ(Subject.SUSPENSE, name(item.position()), expected, "an item without one");
            suspense.take();
            item = suspense.peek();
        }
    }

    private BookEntry taken(BookEntry entry) throws SQLException {
        entries.take();
        findings.compared(Subject.ENTRIES);
        if (links != null) {
            links.entry(entry, LogPlace.position(entry.position()).offset());
        }
        return entry;
    }

    private void undecodable(Received.Undecodable record, long position, SuspenseRows.@Nullable Item item) {
        here.forEach(entry -> findings.differ(
                Subject.ENTRIES,
                entry.name(),
                "no entry: the record is quarantined as " + record.reason(),
                "an entry"));
        if (item == null) {
            findings.differ(
                    Subject.SUSPENSE, name(position), "a quarantined record (" + record.reason() + ")", "no item");
        } else if (sameRecord(item, record)
                && !(item.isQuarantined() && item.reason().equals(record.reason()))) {
            findings.differ(
                    Subject.SUSPENSE,
                    name(position),
                    "quarantined (" + record.reason() + ")",
                    item.state() + " (" + item.reason() + ")");
        }
    }

    private void decoded(Received.Decoded event, long position, SuspenseRows.@Nullable Item item) throws SQLException {
        if (item != null && !sameRecord(item, event)) {
            return;
        }
        if (!here.isEmpty()) {
            if (item != null && item.isOpen()) {
                findings.differ(Subject.SUSPENSE, name(position), "no item, as the event is posted", item.state());
            }
            posted(event);
        } else if (item != null && item.isOpen()) {
            suspended(event, position, item);
        } else {
            unposted.repeat(event, position);
        }
    }

    /** Whether an item keeps the record as it stands in the log. */
    private boolean sameRecord(SuspenseRows.Item item, Received received) {
        boolean same = Arrays.equals(item.key(), received.raw().key())
                && Arrays.equals(item.value(), received.raw().value())
                && Arrays.equals(
                        item.headers(),
                        RawHeaders.encode(received.raw().headers().get()));
        if (same && received instanceof Received.Decoded event && wasRead(item)) {
            same = Objects.equals(item.source(), event.event().source().toString())
                    && Objects.equals(item.event(), event.event().id())
                    && Objects.equals(item.digest(), event.digest());
        }
        if (!same) {
            findings.differ(Subject.SUSPENSE, name(item.position()), "the record as the log has it", "another");
        }
        return same;
    }

    /** Whether an item came of an event that was read; else nothing is noted of what its record says. */
    private static boolean wasRead(SuspenseRows.Item item) {
        return !item.reason().equals(UNPOSTABLE) && !Defect.isOfProducer(item.reason());
    }

    /** What waits may be about to clear; what is quarantined must be what can never be posted. */
    private void suspended(Received.Decoded event, long position, SuspenseRows.Item item) throws SQLException {
        if (!item.isQuarantined() || item.reason().equals(UNPOSTABLE)) {
            return;
        }
        if (Defect.isOfProducer(item.reason())) {
            findings.differ(
                    Subject.SUSPENSE,
                    name(position),
                    "an event that is believed by now: redrive it",
                    "quarantined (" + item.reason() + ")");
            return;
        }
        if (item.reason().equals(RejectReason.ID_REUSED.code())) {
            unposted.reused(event, position);
            return;
        }
        EventKey sale = ReturnsCheck.sale(event);
        if (sale != null) {
            returns.quarantined(sale, event, name(position), item.reason());
            return;
        }
        Batch batch = engine.postDated(event);
        String now = batch.suspended().isEmpty()
                ? "an entry, as it can be posted"
                : "quarantined (" + batch.suspended().getFirst().reason() + ")";
        if (!now.equals("quarantined (" + item.reason() + ")")) {
            findings.differ(Subject.SUSPENSE, name(position), now, "quarantined (" + item.reason() + ")");
        }
    }

    private void posted(Received.Decoded event) {
        BookEntry own = here.getFirst();
        if (own.revision() != 0) {
            findings.differ(
                    Subject.ENTRIES, BookEntry.name(own.position(), 0), "an entry", "none, but a repricing of it");
            return;
        }
        EventKey sale = ReturnsCheck.sale(event);
        boolean good = sale == null ? ownEntry(event, own) : ownReturn(sale, event, own);
        for (int i = 1; i < here.size(); i++) {
            good &= repricing(event, i);
        }
        if (good) {
            dates.check(event, here, this::postings);
        }
        if (good && here.size() > 0 && event.event().data() instanceof UsageRecorded usage && usage.charge() == null) {
            inEffect(event, usage);
        }
    }

    /** The entry of a return is what its sale's other returns leave for it; that is looked at when all are known. */
    private boolean ownReturn(EventKey sale, Received.Decoded event, BookEntry own) {
        boolean good = isOf(event, own, 0, Rule.RETURN) && isWithoutUsage(own);
        List<Posting> postings = postings(own);
        sum(own, postings);
        if (good) {
            returns.posted(sale, event, own.name(), postings);
        }
        return good;
    }

    private boolean ownEntry(Received.Decoded event, BookEntry own) {
        Batch batch = postAsCited(event, own);
        if (batch == null) {
            sum(own, postings(own));
            return false;
        }
        if (batch.posted().isEmpty()) {
            findings.differ(
                    Subject.ENTRIES,
                    own.name(),
                    "none: " + batch.suspended().getFirst().detail(),
                    "an entry");
            return false;
        }
        Posted expected = batch.posted().getFirst();
        List<Posting> postings = expected.entry().postings();
        sum(own, postings);
        return isOf(event, own, 0, expected.entry().rule())
                && (expected.usage() == null ? isWithoutUsage(own) : isUsage(own, expected.usage()))
                && isSale(own, expected)
                && isPosted(own, postings);
    }

    /** By the rate that the entry cites, when the event needs one; null when there is no such rate. */
    private @Nullable Batch postAsCited(Received.Decoded event, BookEntry entry) {
        if (!(event.event().data() instanceof UsageRecorded usage) || usage.charge() != null) {
            return engine.post(event);
        }
        Batch.PublishedRate rate = cited(event, usage, entry);
        return rate == null ? null : engine.postByRate(event, rate);
    }

    private Batch.@Nullable PublishedRate cited(Received.Decoded event, UsageRecorded recorded, BookEntry entry) {
        Usage usage = Usage.of(recorded);
        RateKey key = new RateKey(event.event().source().group(), usage.provider(), usage.resource());
        ChainedEntry chained = entry.chained();
        Batch.PublishedRate rate = chained.rateEvent() == null ? null : reference.published(chained.rateEvent(), key);
        String found = chained.rateEvent() == null ? "none" : String.valueOf(chained.rateEvent());
        if (rate == null) {
            findings.differ(Subject.ENTRIES, entry.name(), "a rate of " + key + " that the log has", found);
        } else if (ChainedEntry.micros(rate.rate().effectiveFrom()) != chained.rateFromMicros()) {
            findings.differ(
                    Subject.ENTRIES,
                    entry.name(),
                    "the rate " + found + " from " + rate.rate().effectiveFrom(),
                    "from another time");
            return null;
        }
        return rate;
    }

    /** A repricing is what its rate makes of the event, less what the rate before made of it. */
    private boolean repricing(Received.Decoded event, int index) {
        BookEntry entry = here.get(index);
        BookEntry before = here.get(index - 1);
        if (entry.revision() != before.revision() + 1) {
            findings.differ(
                    Subject.ENTRIES,
                    entry.name(),
                    "revision " + (before.revision() + 1),
                    "revision " + entry.revision());
            sum(entry, postings(entry));
            return false;
        }
        List<Posting> now = byCitedRate(event, entry);
        List<Posting> then = byCitedRate(event, before);
        if (now == null || then == null) {
            sum(entry, postings(entry));
            return false;
        }
        List<Posting> expected = Postings.difference(now, then);
        sum(entry, expected);
        return isOf(event, entry, entry.revision(), Rule.REPRICING)
                && sameUsage(entry, here.getFirst())
                && isPosted(entry, expected);
    }

    private @Nullable List<Posting> byCitedRate(Received.Decoded event, BookEntry entry) {
        if (!(event.event().data() instanceof UsageRecorded usage) || usage.charge() != null) {
            findings.differ(Subject.ENTRIES, entry.name(), "no repricing, as no rate priced the event", "a repricing");
            return null;
        }
        Batch.PublishedRate rate = cited(event, usage, entry);
        Batch batch = rate == null ? null : engine.postByRate(event, rate);
        return batch == null || batch.posted().isEmpty()
                ? null
                : batch.posted().getFirst().entry().postings();
    }

    /** Whatever rates came when: all entries of a usage add up to what the rate in effect makes of it. */
    private void inEffect(Received.Decoded event, UsageRecorded usage) {
        Batch batch = engine.post(event);
        if (batch.posted().isEmpty()) {
            return;
        }
        Posted now = batch.posted().getFirst();
        BookEntry last = here.getLast();
        if (now.usage() != null
                && now.usage().rate().eventId().equals(last.chained().rateEvent())) {
            return;
        }
        List<Posting> expected = now.entry().postings();
        List<Posting> found = byCitedRate(event, last);
        if (found != null && !Postings.same(expected, found)) {
            findings.differ(
                    Subject.ENTRIES,
                    name(last.position()) + " with its repricings (" + usage.resource() + ")",
                    Postings.words(expected, found),
                    Postings.words(found, expected));
        }
    }

    private boolean isOf(Received.Decoded event, BookEntry entry, int revision, Rule rule) {
        ChainedEntry found = entry.chained();
        return is(entry, "event", event.event().id(), found.event())
                && is(entry, "source", event.event().source().toString(), names.source(found.source()))
                && is(entry, "revision", revision, found.revision())
                && is(entry, "digest", event.digest(), found.digest())
                && is(entry, "time in µs", ChainedEntry.micros(event.event().time()), found.timeMicros())
                && is(entry, "group", event.event().source().group(), names.group(found.group()))
                && is(entry, "rule", rule.number(), found.rule());
    }

    private boolean isWithoutUsage(BookEntry entry) {
        boolean cites = entry.usageKey() != 0
                || entry.quantity() != null
                || entry.chained().rateEvent() != null;
        return is(entry, "rate cited", false, cites);
    }

    private boolean isUsage(BookEntry entry, Posted.RatedUsage expected) {
        Names.UsageOfGroup found = names.usage(entry.usageKey());
        return is(
                        entry,
                        "usage",
                        new Names.UsageOfGroup(entry.chained().group(), expected.usage()),
                        found == null ? "none" : found)
                && is(
                        entry,
                        "quantity",
                        expected.quantity().stripTrailingZeros().toPlainString(),
                        entry.quantity() == null
                                ? "none"
                                : entry.quantity().stripTrailingZeros().toPlainString());
    }

    private boolean sameUsage(BookEntry entry, BookEntry own) {
        return is(entry, "usage", own.usageKey(), entry.usageKey())
                && is(entry, "quantity", String.valueOf(own.quantity()), String.valueOf(entry.quantity()));
    }

    private boolean isSale(BookEntry entry, Posted expected) {
        byte[] sale = expected.sale();
        return is(
                entry,
                "data of the sale",
                sale == null ? "none" : Hash.ofData(sale),
                entry.saleHash() == null ? "none" : entry.saleHash());
    }

    private boolean isPosted(BookEntry entry, List<Posting> expected) {
        List<Posting> found = postings(entry);
        if (Postings.same(expected, found) || isRenamed(entry, expected, found)) {
            return true;
        }
        findings.differ(
                Subject.ENTRIES, entry.name(), Postings.words(expected, found), Postings.words(found, expected));
        return false;
    }

    /** Whether the entry is right but for accounts that go by another name; those are told once, and not in every entry. */
    private boolean isRenamed(BookEntry entry, List<Posting> expected, List<Posting> found) {
        if (expected.size() != found.size()) {
            return false;
        }
        int group = entry.chained().group();
        for (int i = 0; i < found.size(); i++) {
            String name = expected.get(i).account();
            boolean isSame = name.equals(found.get(i).account());
            if (expected.get(i).amount() != found.get(i).amount() || !isSame && names.accountId(group, name) != 0) {
                return false;
            }
        }
        for (int i = 0; i < found.size(); i++) {
            String name = expected.get(i).account();
            if (!name.equals(found.get(i).account())) {
                renamed.put(entry.chained().accounts()[i], name);
                findings.differ(
                        Subject.ACCOUNTS,
                        "account " + entry.chained().accounts()[i],
                        name,
                        found.get(i).account());
            }
        }
        return true;
    }

    private boolean is(BookEntry entry, String field, Object expected, Object found) {
        if (expected.equals(found)) {
            return true;
        }
        findings.differ(Subject.ENTRIES, entry.name(), field + " " + expected, found);
        return false;
    }

    private List<Posting> postings(BookEntry entry) {
        int[] accounts = entry.chained().accounts();
        long[] amounts = entry.chained().amounts();
        List<Posting> postings = new ArrayList<>(accounts.length);
        for (int i = 0; i < accounts.length; i++) {
            Names.Account account = names.account(accounts[i]);
            postings.add(new Posting(
                    renamed.getOrDefault(
                            accounts[i], account == null ? "unknown account " + accounts[i] : account.name()),
                    i < amounts.length ? amounts[i] : 0));
        }
        return postings;
    }

    private void sum(BookEntry entry, List<Posting> postings) {
        ChainedEntry chained = entry.chained();
        boolean isAlike = chained.accounts().length == postings.size();
        for (int i = 0; i < postings.size(); i++) {
            int account = names.accountId(chained.group(), postings.get(i).account());
            // An account that goes by another name is told once; its balances are those of its number.
            sums.add(
                    account == 0 && isAlike ? chained.accounts()[i] : account,
                    dates.of(entry),
                    postings.get(i).amount());
        }
    }

    private void sum(int group, long micros, List<Posting> postings) {
        for (Posting posting : postings) {
            sums.add(names.accountId(group, posting.account()), micros, posting.amount());
        }
    }

    /** What is lost is missing from the balances too, or the balances know it still. */
    private void expectNevertheless(Received.Decoded event) {
        Batch batch = engine.postDated(event);
        for (Posted posted : batch.posted()) {
            Entry entry = posted.entry();
            sum(names.groupId(posted.group()), ChainedEntry.micros(posted.bookedAt()), entry.postings());
        }
    }

    private static String name(long position) {
        return BookEntry.name(position, 0);
    }
}
