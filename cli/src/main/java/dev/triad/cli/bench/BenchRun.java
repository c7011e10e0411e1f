package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
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

    static <T> T with(BenchOptions options, long records, PrintStream out, Measurement<T> measurement)
            throws InterruptedException {
        Path folder = options.folder();
        EnumSet<Component> components = EnumSet.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER);
        try (PrivateStack stack =
                PrivateStack.in(folder, components, Map.of(), BYTES_LEAST + records * BYTES_A_RECORD, out)) {
            return measurement.take(stack);
        } catch (SQLException e) {
            throw new CommandException("The database gave up: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandException("The measurement could not be taken: " + e.getMessage());
        } finally {
            options.clear();
        }
    }
}
