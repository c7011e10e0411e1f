package dev.triad.ledger.simulation;

import dev.triad.events.Topics;
import dev.triad.ledger.journal.WaitKind;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.ByDate;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Oracle;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A log, a database and some ledgers, and what befalls them; all of it follows from the seed. */
final class World {
    private static final int TROUBLED_STEPS_MAX = 1_500;
    private static final int CALM_STEPS_MAX = 30_000;
    private static final int TRACE_MAX = 60;

    private final RandomGenerator random;
    private final Scheduler scheduler;
    private final SimulatedLog log = new SimulatedLog();
    private final SimulatedBooks books;
    private final Invariants invariants = new Invariants(log);
    private final Closer closer;
    private final ClosedHours closedHours = new ClosedHours();
    private final Deque<Story.Saying> untold;
    private final Set<UUID> poison;
    private final List<Replica> replicas = new ArrayList<>();
    private final int eventChannels;
    private final int pollMax;
    private final Deque<String> trace = new ArrayDeque<>();
    private int halts;
    private int commits;

    World(long seed, Flaw flaw) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        scheduler = new Scheduler(random);
        int partitions = random.nextInt(1, 4);
        Topics.EVENTS.forEach(topic -> {
            for (int i = 0; i < partitions; i++) {
                log.create(new TopicPartition(topic, i));
            }
        });
        boolean closes = random.nextBoolean();
        Story story = Story.drawn(random, partitions, closes);
        untold = new ArrayDeque<>(story.sayings());
        poison = story.poison();
        books = new SimulatedBooks(scheduler, random, Faults.drawn(random), poison, this::committed);
        books.plant(flaw);
        closer = new Closer(log, books, random, partitions, closes);
        eventChannels = random.nextInt(1, 3);
        pollMax = random.nextInt(1, 16);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            replicas.add(replica());
        }
    }

    /** What happened in a world that held. */
    record Outcome(long steps, int commits, int halts, int rewinds, int closings, long late, long fingerprint) {}

    /**
     * Lets the world run its course.
     *
     * @throws Invariants.Broken when the books are not what they must be
     */
    Outcome run() {
        try {
            rebalance();
            while (!untold.isEmpty() || scheduler.steps() < TROUBLED_STEPS_MAX / 3) {
                if (scheduler.steps() > TROUBLED_STEPS_MAX) {
                    books.calm();
                }
                trouble();
                live();
            }
            settle();
            invariants.check(books.state(), books.incarnation());
            requireWhatTheOracleSays();
            return outcome();
        } finally {
            scheduler.close();
        }
    }

    private Outcome outcome() {
        BooksState state = books.state();
        int closings = state.closings.values().stream().mapToInt(Closings::size).sum();
        long late = state.entries.stream()
                .filter(posted -> !posted.bookedAt().equals(posted.time()))
                .count();
        return new Outcome(scheduler.steps(), commits, halts, books.incarnation(), closings, late, fingerprint());
    }

    private long fingerprint() {
        BooksState state = books.state();
        long print = scheduler.steps() * 31 + scheduler.nanos();
        for (Posted posted : state.entries) {
            print = print * 31 + posted.digest().hashCode() + posted.revision();
        }
        return print * 31 + state.offsets.hashCode();
    }

    /** The latest that happened, for people. */
    List<String> trace() {
        return List.copyOf(trace);
    }

    private void note(String what) {
        if (trace.size() == TRACE_MAX) {
            trace.removeFirst();
        }
        trace.addLast(scheduler.steps() + " " + what);
    }

    private void committed() {
        commits++;
        note("commit " + books.state().offsets);
        invariants.check(books.state(), books.incarnation());
        closedHours.check(books.state(), books.incarnation(), closer.made());
    }

    private Replica replica() {
        return new Replica(books, log, random, eventChannels, pollMax);
    }

    private void live() {
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                tell();
                closer.tell();
            }
            case 2, 3 -> poll();
            default -> scheduler.step();
        }
        supervise();
    }

    private void tell() {
        Story.Saying saying = untold.poll();
        if (saying != null) {
            log.append(saying.partition(), saying.key(), saying.value(), saying.headers());
        }
    }

    private void poll() {
        List<Replica.Channel> willing =
                channels().stream().filter(Replica.Channel::wantsToPoll).toList();
        if (!willing.isEmpty()) {
            willing.get(random.nextInt(willing.size())).poll();
        }
    }

    private List<Replica.Channel> channels() {
        return replicas.stream().flatMap(replica -> replica.channels().stream()).toList();
    }

    private void trouble() {
        Faults faults = books.faults();
        if (books.chance(faults.crash())) {
            crash(random.nextInt(replicas.size()));
        }
        if (books.chance(faults.freeze())) {
            Replica replica = replicas.get(random.nextInt(replicas.size()));
            replica.freeze(!replica.isFrozen());
            note("freeze " + replica.isFrozen());
        }
        if (books.chance(faults.rebalance())) {
            rebalance();
        }
        if (faults.rewind() > 0 && books.chance(100)) {
            note("back up");
            books.backUp();
        }
        if (books.chance(faults.rewind()) && books.restore()) {
            note("restored to " + books.state().offsets);
        }
        if (books.chance(50)) {
            books.reap(true);
        }
        if (books.chance(25)) {
            closer.close().ifPresent(this::note);
        }
        if (books.chance(200) && !books.state().suspense.isEmpty()) {
            List<Long> items = List.copyOf(books.state().suspense.keySet());
            replicas.get(random.nextInt(replicas.size())).redrive(items.get(random.nextInt(items.size())));
        }
        if (books.chance(400)) {
            replicas.get(random.nextInt(replicas.size())).stop();
            note("stop");
        }
    }

    private void crash(int which) {
        note("crash " + which);
        replicas.get(which).die();
        replicas.set(which, replica());
        rebalance();
    }

    /** Whatever runs ledgers starts one anew that says that nothing else helps, or that has stopped. */
    private void supervise() {
        for (int i = 0; i < replicas.size(); i++) {
            Replica replica = replicas.get(i);
            if ((replica.isFatal() || replica.isStopping()) && random.nextInt(30) == 0) {
                if (replica.isFatal()) {
                    halts++;
                    note("halted: " + replica.failure());
                }
                crash(i);
            }
        }
    }

    /** Each partition gets one owner; the last ones may not know yet that they are none. */
    private void rebalance() {
        Map<Replica.Channel, Set<TopicPartition>> assignment = new LinkedHashMap<>();
        channels().forEach(channel -> assignment.put(channel, new TreeSet<>(SimulatedLog.ORDER)));
        for (TopicPartition partition : log.partitions()) {
            List<Replica.Channel> able = channels().stream()
                    .filter(channel ->
                            channel.reads(partition) && !channel.replica().isFrozen())
                    .toList();
            if (!able.isEmpty()) {
                assignment
                        .computeIfAbsent(able.get(random.nextInt(able.size())), _ -> new TreeSet<>(SimulatedLog.ORDER))
                        .add(partition);
            }
        }
        assignment.forEach(Replica.Channel::assign);
    }

    /** No more trouble: everything must come to rest. */
    private void settle() {
        books.calm();
        closer.tellAll();
        note("calm");
        replicas.forEach(replica -> replica.freeze(false));
        rebalance();
        for (int i = 0; i < CALM_STEPS_MAX; i++) {
            if (isAtRest()) {
                return;
            }
            if (books.chance(50)) {
                books.reap(false);
            }
            live();
        }
        throw new Invariants.Broken("the books do not come to rest: " + books.state().offsets + " of " + ends());
    }

    private boolean isAtRest() {
        if (!books.isIdle()
                || !log.partitions().stream().allMatch(p -> books.state().offset(p) == log.end(p))) {
            return false;
        }
        for (WaitKind kind : WaitKind.values()) {
            if (books.hasArrived(kind)) {
                return false;
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new TreeMap<>(SimulatedLog.ORDER);
        log.partitions().forEach(partition -> ends.put(partition, log.end(partition)));
        return ends;
    }

    private void requireWhatTheOracleSays() {
        Map<String, List<Received>> records = new TreeMap<>();
        accepted()
                .forEach(record -> records.computeIfAbsent(
                                record.event().source().group(), _ -> new ArrayList<>())
                        .add(record));
        records.forEach((group, all) -> {
            Oracle.Verdict verdict = Oracle.books(all);
            require(group, "balances", balances(group), verdict.balances());
            require(group, "suspense", suspense(group), verdict.suspense());
            require(
                    group,
                    "sums by accounting date",
                    ByDate.of(books.state().entries.stream()
                            .filter(posted -> posted.group().equals(group))
                            .toList()),
                    verdict.dates());
        });
    }

    private static void require(String group, String what, Object found, Object expected) {
        Invariants.require(
                found.equals(expected), "the " + what + " of " + group + " are " + found + " and must be " + expected);
    }

    /** Of each event the record that was taken up, in the order of the log: of several that say it, one. */
    private List<Received.Decoded> accepted() {
        List<RecordPosition> positions = new ArrayList<>();
        books.state().suspense.values().forEach(item -> {
            if (item.holds() != null) {
                positions.add(item.position());
            }
        });
        books.state().entries.forEach(posted -> {
            if (posted.revision() == 0) {
                positions.add(posted.position());
            }
        });
        positions.sort(Comparator.comparingLong(LogPlace::of));
        return positions.stream()
                .map(position -> (Received.Decoded) log.received(position))
                .toList();
    }

    private Map<String, BigInteger> balances(String group) {
        Map<String, BigInteger> balances = new TreeMap<>();
        books.state().balances.forEach((key, amount) -> {
            if (key.group().equals(group)) {
                balances.merge(key.account(), amount, BigInteger::add);
            }
        });
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    private Map<EventKey, String> suspense(String group) {
        Map<EventKey, String> suspense = new HashMap<>();
        books.state().suspense.values().forEach(item -> {
            @Nullable EventKey event = item.holds();
            if (event != null && event.source().group().equals(group)) {
                suspense.put(event, item.suspended().reason());
            }
        });
        return suspense;
    }
}
