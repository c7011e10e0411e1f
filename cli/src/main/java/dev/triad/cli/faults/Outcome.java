package dev.triad.cli.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a round came to.
 *
 * @param seed its seed
 * @param lost events that were sent and not posted
 * @param doubled entries too many
 * @param repeated records in the log beyond those of the workload: what producers and imports sent again
 * @param recovery from the end of the fault's cause until the books were level with the log and every ledger
 *     said that it was ready
 * @param stall the longest time in which any one partition did not move although records waited in it
 * @param untrue the longest time without a break in which a ledger said that it was ready and nothing was posted,
 *     while the fault's cause lasted
 * @param idle the same for the whole round
 * @param broken everything that went against the promises, in sentences; empty when nothing did
 */
record Outcome(
        long seed,
        long lost,
        long doubled,
        long repeated,
        Duration recovery,
        Duration stall,
        Duration untrue,
        Duration idle,
        List<String> broken) {
    /** Readiness may lag behind the truth by this much: the database's time-out, a probe and a batch. */
    static final Duration UNTRUE_MOST = Duration.ofSeconds(10);

    /** A ledger that has just become ready may take this long for its first batch, on a busy machine. */
    static final Duration IDLE_MOST = Duration.ofSeconds(30);

    Outcome {
        broken = List.copyOf(broken);
    }

    /** A round that did not come to its end. */
    static Outcome failed(long seed, String why) {
        return new Outcome(seed, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of(why));
    }

    /** This round, audited. */
    Outcome with(Audit audit) {
        List<String> all = new ArrayList<>(broken);
        if (audit.lost() != 0) {
            all.add("%d events are not posted".formatted(audit.lost()));
        }
        if (audit.doubled() != 0) {
            all.add("%d entries are doubled".formatted(audit.doubled()));
        }
        all.addAll(audit.wrong());
        requireAtMost(all, untrue, UNTRUE_MOST, "while it could not post");
        requireAtMost(all, idle, IDLE_MOST, "and posted nothing");
        return new Outcome(seed, audit.lost(), audit.doubled(), repeated, recovery, stall, untrue, idle, all);
    }

    private static void requireAtMost(List<String> broken, Duration claimed, Duration most, String but) {
        if (claimed.compareTo(most) > 0) {
            broken.add("a ledger said that it was ready for %d ms %s".formatted(claimed.toMillis(), but));
        }
    }

    /** Whether it came to its end, so that its durations mean something. */
    boolean isComplete() {
        return recovery.isPositive();
    }

    boolean isGood() {
        return broken.isEmpty();
    }
}
