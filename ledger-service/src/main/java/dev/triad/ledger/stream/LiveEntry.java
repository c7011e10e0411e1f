package dev.triad.ledger.stream;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An entry in the window. The bytes that readers are sent are made for the first of them, and shared by the others. */
final class LiveEntry {
    private final long sequence;
    private final BookedEntry booked;
    private final long bytes;
    private volatile byte @Nullable [] sent;
    private volatile byte @Nullable [] sealed;
    private @Nullable String searchable;

    LiveEntry(long sequence, BookedEntry booked) {
        this.sequence = sequence;
        this.booked = booked;
        this.bytes = booked.bytes();
    }

    long sequence() {
        return sequence;
    }

    /** What a text is searched in; made for the first who asks, until {@link #passed}. For the feed alone. */
    String searchable() {
        String text = searchable;
        if (text == null) {
            text = booked.searchable();
            searchable = text;
        }
        return text;
    }

    /** All have asked. */
    void passed() {
        searchable = null;
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

    /** What those readers are sent who are not told its number. */
    byte[] sealed(Function<LiveEntry, byte[]> make) {
        byte[] made = sealed;
        if (made == null) {
            made = make.apply(this);
            sealed = made;
        }
        return made;
    }
}
