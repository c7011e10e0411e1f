package dev.triad.cli.faults;

import dev.triad.cli.stack.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Processes die without a word, together.
 *
 * @param victims which
 * @param staysAway whether a while passes before they are started again
 */
record Kill(String name, String description, Function<Stage, List<Kept>> victims, boolean staysAway) implements Fault {
    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException {
        List<Kept> chosen = victims.apply(stage);
        long begin = System.nanoTime();
        if (!staysAway) {
            killTogether(chosen);
            return Injection.at(begin);
        }
        chosen.forEach(Kept::hold);
        try {
            killTogether(chosen);
            Wait.of(Wait.outage(chance));
        } finally {
            chosen.forEach(Kept::release);
        }
        return Injection.between(begin, System.nanoTime());
    }

    private static void killTogether(List<Kept> victims) throws InterruptedException {
        List<Thread> kills = new ArrayList<>();
        for (Kept victim : victims) {
            kills.add(Thread.ofVirtual().start(() -> kill(victim)));
        }
        for (Thread kill : kills) {
            kill.join();
        }
    }

    private static void kill(Kept victim) {
        try {
            victim.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
