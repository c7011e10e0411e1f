package dev.triad.cli.faults;

import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** The database ends every connection and takes no new one for a while. */
record RefusedConnections() implements Fault {
    @Override
    public String name() {
        return "refuse-connections";
    }

    @Override
    public String description() {
        return "the database drops all connections and refuses new ones for a while";
    }

    @Override
    public Injection strike(Stage stage, RandomGenerator chance) throws InterruptedException, SQLException {
        long begin = System.nanoTime();
        stage.database().refuseConnections();
        try {
            Wait.of(Wait.outage(chance));
        } finally {
            stage.database().acceptConnections();
        }
        return Injection.between(begin, System.nanoTime());
    }
}
