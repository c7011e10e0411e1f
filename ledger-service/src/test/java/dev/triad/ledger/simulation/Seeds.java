package dev.triad.ledger.simulation;

import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs worlds by their seeds, and says of one that broke how to see it again. */
final class Seeds {
    private static final String LOG = "dev.triad.ledger";
    private static final String AGAIN = "mvn test -pl ledger-service -am -Dtest=SimulationTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seeds=1 -Dsimulation.first=";

    private Seeds() {}

    /**
     * Runs one world.
     *
     * @throws AssertionError with the seed when an invariant breaks
     */
    static World.Outcome run(long seed, Flaw flaw) {
        World world = new World(seed, flaw);
        Logger log = Logger.getLogger(LOG);
        Level before = log.getLevel();
        // A world is full of trouble, and intake would tell of all of it.
        log.setLevel(Level.OFF);
        try {
            return onAVirtualThread(world);
        } catch (Throwable e) {
            throw new AssertionError(
                    "seed " + seed + ": " + cause(e).getMessage() + "\nagain: " + AGAIN + seed + "\n"
                            + String.join("\n", world.trace()),
                    e);
        } finally {
            log.setLevel(before);
        }
    }

    /** The scheduler and its strands are then of one kind, and hand over to each other without the operating system. */
    private static World.Outcome onAVirtualThread(World world) throws Throwable {
        AtomicReference<World.@Nullable Outcome> outcome = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        outcome.set(world.run());
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                })
                .join();
        Throwable failed = failure.get();
        World.Outcome done = outcome.get();
        if (failed != null || done == null) {
            throw failed == null ? new IllegalStateException("no outcome") : failed;
        }
        return done;
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }
}
