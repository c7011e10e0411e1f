package dev.triad.ledger.stream;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An entry in the window. The bytes that readers are sent are made for the first of them, and shared by the others. */
final class LiveEntry {
    private final long sequence;
    private final BookedEntry booked;
    private final long bytes;
    private volatile byte @Nullable [] sent;

    LiveEntry(long sequence, BookedEntry booked) {
        this.sequence = sequence;
        this.booked = booked;
        this.bytes = booked.bytes();
    }

    long sequence() {
        return sequence;
    }

    BookedEntry booked() {
        return booked;
    }

    /** About how much memory it holds. */
    long bytes() {
        return bytes;
    }

    /** What readers are sent; two readers who come first at the same time may both make it. */
    byte[] sent(Function<LiveEntry, byte[]> make) {
        byte[] made = sent;
        if (made == null) {
            made = make.apply(this);
            sent = made;
        }
        return made;
    }
}
