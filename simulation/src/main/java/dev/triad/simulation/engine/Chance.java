package dev.triad.simulation.engine;

import dev.triad.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded chance for one tick of one unit: it depends on nothing but seed, unit and tick. Only the
 * generator's raw numbers and {@link StrictMath} are used, so that every platform draws the same.
 */
public final class Chance {
    private static final String ALGORITHM = "L64X128MixRandom";

    /** Above this mean a Poisson number is drawn as a normal one: the difference is below one in a thousand. */
    private static final double NORMAL_FROM = 400;

    /** Means are taken in pieces of this size, so that the exponential does not vanish. */
    private static final double PIECE = 30;

    private final RandomGenerator random;

    public Chance(RandomGenerator random) {
        this.random = random;
    }

    /** The chance of a tick. */
    public static Chance of(long seed, Source source, long tick) {
        String name = seed + source.toString() + "#" + tick;
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        long mixed = hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
        return new Chance(RandomGeneratorFactory.of(ALGORITHM).create(mixed));
    }

    /** A number from 0 to below 1. */
    public double share() {
        return random.nextDouble();
    }

    /** Whether something of that probability happens. */
    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from 0 to below the bound. */
    public int below(int bound) {
        return (int) (random.nextDouble() * bound);
    }

    /** A whole number between two others, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** How often something happens that happens {@code mean} times on average (Poisson). */
    public int count(double mean) {
        if (mean >= NORMAL_FROM) {
            return (int) Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal()));
        }
        int count = 0;
        double left = mean;
        while (left > PIECE) {
            count += piece(PIECE);
            left -= PIECE;
        }
        return count + piece(left);
    }

    /** A factor around 1 that varies by about that share. */
    public double around(double spread) {
        return Math.max(0, 1 + spread * normal());
    }

    /** The index of one of the weights, each as likely as its share of their sum. */
    public int oneOf(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double point = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            point -= weights[i];
            if (point < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Knuth's product method. */
    private int piece(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** A standard normal number, near enough, as the sum of twelve even ones. */
    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
