package dev.triad.ledger.provision;

import java.math.BigInteger;
import java.time.Instant;
import org.hipparchus.fraction.BigFraction;

/**
 * What a capacity left to one of its users on the day on which that user used most. What all of them had used on any day
 * until then must have been there; capacity that later demand called for was not.
 *
 * @param peak the beginning of that day
 * @param used what the user used on it, in the smallest unit; above zero
 * @param others what all others used on it
 * @param greatest the most that all of them used on any day up to it, this one included
 */
public record HeadRoom(Instant peak, BigInteger used, BigInteger others, BigInteger greatest) {
    public HeadRoom {
        if (used.signum() <= 0) {
            throw new IllegalArgumentException("a user has its peak where it uses something");
        }
    }

    /** What it could have used over what it did; 1 where its peak was everybody's. */
    public BigFraction ratio() {
        return new BigFraction(greatest.subtract(others), used);
    }
}
