package dev.triad.events.bench;

/** Runs the benchmarks of this package; the arguments are JMH's own. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        org.openjdk.jmh.Main.main(args);
    }
}
