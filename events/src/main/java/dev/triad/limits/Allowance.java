package dev.triad.limits;

import java.time.Duration;

/**
 * What a client may ask for: so many requests at once, and so many more with every second.
 *
 * @param perSecond requests a second, in the long run; 0 is as many as one likes
 * @param burst requests at once, after a while of quiet
 */
public record Allowance(long perSecond, long burst) {
    /** Nobody is held back. */
    public static final Allowance NO_LIMIT = new Allowance(0, 0);

    public Allowance {
        if (perSecond < 0 || perSecond > 0 && burst < perSecond) {
            throw new IllegalArgumentException("triad.limits.requests-per-second must not be negative, and"
                    + " triad.limits.burst not below it: they are " + perSecond + " and " + burst + ".");
        }
    }

    public boolean isLimited() {
        return perSecond > 0;
    }

    /** How long it takes until all is there again that was used up at once, in whole seconds. */
    public Duration refill() {
        return Duration.ofSeconds(Math.ceilDiv(burst, perSecond));
    }
}
