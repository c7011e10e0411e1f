package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A process and all that it has started stand still for a while, with every connection open.
 *
 * @param victim which
 * @param feeding how the events come in meanwhile
 */
record Pause(String name, String description, Function<Stage, Kept> victim, Feeding feeding) implements Fault {
    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException {
        Kept paused = victim.apply(stage);
        long begin = System.nanoTime();
        paused.pause();
        try {
            Wait.of(Wait.outage(chance));
        } finally {
            paused.resume();
        }
        return Injection.between(begin, System.nanoTime());
    }
}
