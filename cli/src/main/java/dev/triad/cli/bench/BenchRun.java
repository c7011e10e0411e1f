package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;

/** A stack for the time of a measurement, and none of it left afterwards unless that is wanted. */
final class BenchRun {
    /** What a record takes in the log, the database and its write-ahead log, with room to spare. */
    private static final long BYTES_A_RECORD = 1_500;

    private static final long BYTES_LEAST = 4L << 30;

    private BenchRun() {}

    /** What is done with the stack. */
    interface Measurement<T> {
        T take(PrivateStack stack) throws IOException, InterruptedException, SQLException;
    }

    /** Takes a measurement; should it fail, what led to it is kept. */
    static <T> T with(BenchOptions options, long records, PrintStream out, Measurement<T> measurement)
            throws InterruptedException {
        EnumSet<Component> components = EnumSet.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER);
        PrivateStack stack =
                PrivateStack.in(options.folder(), components, Map.of(), BYTES_LEAST + records * BYTES_A_RECORD, out);
        T result;
        try (stack) {
            result = measurement.take(stack);
        } catch (SQLException | IOException | CommandException e) {
            throw new CommandException("%s%nData and logs are kept in %s".formatted(e.getMessage(), stack.folder()));
        }
        options.clear();
        return result;
    }
}
