package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import java.util.UUID;

/** A record from the log: an event, or what is none. */
public sealed interface Received {
    RawRecord raw();

    /**
     * A record that keeps the contract.
     *
     * @param key which event it is
     * @param digest what it says, see {@link Digest}
     */
    record Decoded(RawRecord raw, CloudEvent event, EventKey key, UUID digest) implements Received {
        public Decoded(RawRecord raw, CloudEvent event, UUID digest) {
            this(raw, event, new EventKey(event.source(), event.id()), digest);
        }
    }

    /**
     * A record that breaks it.
     *
     * @param reason a stable code
     * @param message in words
     */
    record Undecodable(RawRecord raw, String reason, String message) implements Received {
        /** A record that keeps the contract, and yet the books cannot take it. */
        public static Undecodable unpostable(RawRecord raw, String why) {
            return new Undecodable(raw, "unpostable", "the ledger could not post it: " + why);
        }
    }
}
