package dev.triad.ledger.period;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The closings of a group, each of which ends later than the one before. They decide when what happened is booked: in
 * its own time, unless a closing that was made without it had closed that. Immutable, and a function of the log: it does
 * not matter when a record is read, only where it stands.
 */
public final class Closings {
    public static final Closings NONE = new Closings(List.of());

    private final List<Closing> closings;

    private Closings(List<Closing> closings) {
        this.closings = closings;
    }

    public boolean isEmpty() {
        return closings.isEmpty();
    }

    public int size() {
        return closings.size();
    }

    /** All of them, the earliest period first. */
    public List<Closing> all() {
        return closings;
    }

    /** The latest, when there is one. */
    public Optional<Closing> last() {
        return closings.isEmpty() ? Optional.empty() : Optional.of(closings.getLast());
    }

    /** Whether a closing closes more than is closed already. */
    public boolean accepts(Closing closing) {
        return closings.isEmpty() || closing.end().isAfter(closings.getLast().end());
    }

    /**
     * These closings and a further one.
     *
     * @throws IllegalArgumentException when it closes nothing more
     */
    public Closings with(Closing closing) {
        if (!accepts(closing)) {
            throw new IllegalArgumentException(closing.period() + " is closed already");
        }
        List<Closing> all = new ArrayList<>(closings);
        all.add(closing);
        return new Closings(List.copyOf(all));
    }

    /**
     * The accounting date of what happened at a time and stands at a place in the log. Of the closings that close the
     * time, let the first that was made with the record on the books be found: what the ones before it closed was closed
     * without the record, so it is booked at their end. When it is the first of all, or when nothing closes the time,
     * that is the time itself.
     */
    public Instant bookedAt(long place, Instant time) {
        if (closings.isEmpty() || !time.isBefore(closings.getLast().end())) {
            return time;
        }
        int first = closing(time);
        int with = first;
        while (with < closings.size() && !closings.get(with).onTheBooks().contains(place)) {
            with++;
        }
        return with == first ? time : end(with - 1);
    }

    /** The number of the first closing that closes a moment; their count when it is open. */
    public int closing(Instant moment) {
        int number = closings.size();
        while (number > 0 && moment.isBefore(end(number - 1))) {
            number--;
        }
        return number;
    }

    /** Whether what stands at a place in the log was on the books when a closing, or one before it, was made. */
    public boolean isKnownTo(int closing, long place) {
        for (int i = 0; i <= closing; i++) {
            if (closings.get(i).onTheBooks().contains(place)) {
                return true;
            }
        }
        return false;
    }

    /** The first moment that a closing leaves open. */
    public Instant end(int closing) {
        return closings.get(closing).end();
    }
}
