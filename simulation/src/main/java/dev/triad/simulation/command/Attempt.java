package dev.triad.simulation.command;

import dev.triad.events.CloudEvent;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What is known of one key; to be read and written with its lock held. */
final class Attempt {
    final ReentrantLock lock = new ReentrantLock();
    final String requestDigest;

    /** The event that goes out, and goes out again unchanged as long as it is not acknowledged. */
    @Nullable
    CloudEvent event;

    boolean acknowledged;

    /** The command was refused, and the key is free again. */
    boolean dropped;

    Attempt(String requestDigest) {
        this.requestDigest = requestDigest;
    }

    static Attempt acknowledged(String requestDigest, CloudEvent event) {
        Attempt attempt = new Attempt(requestDigest);
        attempt.event = event;
        attempt.acknowledged = true;
        return attempt;
    }
}
