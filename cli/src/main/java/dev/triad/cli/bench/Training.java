package dev.triad.cli.bench;

import dev.triad.cli.kafka.EventSender;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import dev.triad.cli.workload.Workload;
import dev.triad.cli.workload.WorkloadSettings;
import java.sql.SQLException;

/** Lets a ledger post the usual mix for as long as its Java takes to know what is worth compiling. */
public final class Training {
    private static final long SEED = 1;
    private static final long RECORDS = 100_000;

    private Training() {}

    /** Returns when all of it is on the books. */
    public static void of(PrivateStack stack) throws SQLException, InterruptedException {
        Workload workload = new Workload(WorkloadSettings.quarter("training", SEED, RECORDS));
        try (Books books = Books.open(stack.port(Component.POSTGRES));
                EventSender sender = EventSender.fast(Backlog.servers(stack.port(Component.KAFKA)), "triad-bench")) {
            while (workload.hasNext()) {
                sender.send(workload.next());
            }
            sender.flush();
            new IntakeWatch(books, RECORDS).await(_ -> {});
        }
    }
}
