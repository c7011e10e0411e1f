package dev.triad.ledger.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of event time as whole hours, which the balances know, and the edges beside them, for which the
 * entries are summed.
 *
 * @param hoursFrom the first whole hour
 * @param hoursTo the end of the last whole hour, exclusive; not after {@code hoursFrom} when there is none
 * @param edges the rest, at most two spans
 */
record HourSpan(Instant hoursFrom, Instant hoursTo, List<Edge> edges) {
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** A part of an hour, the end exclusive. */
    record Edge(Instant from, Instant to) {}

    HourSpan {
        edges = List.copyOf(edges);
    }

    /** Splits the span from one moment up to, but without, another; null leaves that side open. */
    static HourSpan of(@Nullable Instant from, @Nullable Instant to) {
        Instant start = from == null ? BEGINNING : from;
        Instant end = to == null ? END : to;
        Instant hoursFrom = ceiling(start);
        Instant hoursTo = end.truncatedTo(ChronoUnit.HOURS);
        List<Edge> edges = new ArrayList<>();
        add(edges, start, min(hoursFrom, end));
        add(edges, max(hoursTo, hoursFrom), end);
        return new HourSpan(hoursFrom, hoursTo, edges);
    }

    private static void add(List<Edge> edges, Instant from, Instant to) {
        if (from.isBefore(to)) {
            edges.add(new Edge(from, to));
        }
    }

    private static Instant ceiling(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? time : hour.plus(Duration.ofHours(1));
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
