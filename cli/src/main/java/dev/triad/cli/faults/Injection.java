package dev.triad.cli.faults;

import java.util.List;

/**
 * What a fault did.
 *
 * @param begin when it struck, by {@link System#nanoTime}
 * @param over when its cause was gone; what came after is recovery
 * @param broken what went against its own expectations, in sentences; empty when nothing did
 */
record Injection(long begin, long over, List<String> broken) {
    Injection {
        broken = List.copyOf(broken);
    }

    static Injection between(long begin, long over) {
        return new Injection(begin, over, List.of());
    }

    /** The time that the fault's cause lasted; no time at all when it was over as soon as it had struck. */
    Span lasting() {
        return new Span(begin, over);
    }

    /** A fault that is over as soon as it has struck. */
    static Injection at(long moment) {
        return between(moment, moment);
    }
}
