package dev.triad.cli.faults;

import java.util.random.RandomGenerator;

/** The same file is imported twice at once, and the ledger that both ask what is known dies meanwhile. */
record TwoImports() implements Fault {
    @Override
    public String name() {
        return "two-imports";
    }

    @Override
    public String description() {
        return "two imports of one file at once, and the ledger killed while they run";
    }

    @Override
    public Feeding feeding() {
        return Feeding.TWO_IMPORTS;
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException {
        long begin = System.nanoTime();
        stage.ledgers().getFirst().kill();
        return Injection.at(begin);
    }
}
