package dev.triad.cli.faults;

import java.time.Duration;
import java.util.Optional;

/** A time from one moment to another, both by {@link System#nanoTime}. */
record Span(long from, long to) {
    Duration length() {
        return Duration.ofNanos(to - from);
    }

    /** The part of it that lies in another one, if any does. */
    Optional<Span> within(Span other) {
        Span common = new Span(Math.max(from, other.from), Math.min(to, other.to));
        return common.length().isPositive() ? Optional.of(common) : Optional.empty();
    }
}
