package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.Home;
import dev.triad.cli.workload.WorkloadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every measurement shares. */
final class BenchOptions {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each measurement is taken; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20260101",
            description = "Decides what the events are; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file, too.")
    private @Nullable Path json;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description =
                    "Where broker and database keep their data; default: .triad/bench in the project's folder. The"
                            + " disk that it is on is part of what is measured.")
    private @Nullable Path folder;

    @Option(
            names = "--keep",
            description = "Leaves the data where it is. The next measurement of the same events need not fill the log"
                    + " again.")
    private boolean keep;

    /** Refuses what cannot be measured, before anything starts. */
    void check() {
        atLeast(1, "--rounds", rounds);
    }

    int rounds() {
        return rounds;
    }

    /** Refuses a value of an option that is less than its least one. */
    static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new CommandException(
                    "%s must be %,d or more, not %,d.".formatted(option, least, value), ExitCode.USAGE);
        }
    }

    Path folder() {
        return folder == null ? Home.find().resolve(".triad/bench") : folder;
    }

    /** Deletes the data, unless it is to be kept. */
    void clear() {
        if (!keep) {
            FileUtils.deleteQuietly(folder().toFile());
        }
    }

    /** A report to be filled. */
    BenchReport.Builder report() {
        try {
            return BenchReport.on(Machine.here(folder()));
        } catch (IOException e) {
            throw new CommandException("%s cannot be written to (%s): choose another folder with --data-dir."
                    .formatted(folder(), e.getMessage()));
        }
    }

    long seed() {
        return seed;
    }

    /** The workload of so many records. */
    WorkloadSettings workload(long records) {
        return workload(records, 0);
    }

    /** A workload of so many records, another one for each number. */
    WorkloadSettings workload(long records, int number) {
        return WorkloadSettings.amazon(seed + number, records);
    }

    /** Writes the figures to the file that was asked for, if one was. */
    void write(BenchReport report) {
        if (json != null) {
            try {
                Files.write(json, Json.MAPPER.writeValueAsBytes(report));
            } catch (IOException e) {
                throw new CommandException("The figures could not be written to " + json + ": " + e.getMessage());
            }
        }
    }
}
