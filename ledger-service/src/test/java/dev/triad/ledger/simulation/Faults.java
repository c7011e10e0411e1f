package dev.triad.ledger.simulation;

import java.util.random.RandomGenerator;

/**
 * How often what goes wrong, one in so many; 0 for never. Each world has some kinds of trouble and not others, as what
 * one kind covers up another brings to light.
 *
 * @param statement a statement fails: a lost race, a cancelled statement
 * @param connection the connection drops
 * @param commit a commit fails, or its acknowledgement is lost, or the server still works on it
 * @param memory the process has no memory left
 * @param crash a ledger dies
 * @param freeze a ledger stands still
 * @param rebalance partitions change hands
 * @param rewind the database goes back in time
 */
record Faults(int statement, int connection, int commit, int memory, int crash, int freeze, int rebalance, int rewind) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0);

    static Faults drawn(RandomGenerator random) {
        return new Faults(
                drawn(random, 20, 300),
                drawn(random, 40, 400),
                drawn(random, 5, 40),
                random.nextInt(4) == 0 ? random.nextInt(100, 600) : 0,
                drawn(random, 150, 900),
                drawn(random, 100, 500),
                drawn(random, 40, 300),
                random.nextInt(4) == 0 ? random.nextInt(200, 900) : 0);
    }

    private static int drawn(RandomGenerator random, int often, int seldom) {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(often, seldom);
    }
}
