package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Wipes what a stack has kept: every event, the whole ledger and the logs. */
@Command(
        name = "reset",
        description = "Deletes all data of the stack: events, ledger and logs. The stack must not be running.",
        footer = {"", "Examples:", "  ./triad reset", "  ./triad reset --yes"})
public final class ResetCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        DataDirectory directory = data.directory();
        List<Path> kept = directory.kept();
        if (kept.isEmpty()) {
            System.out.println("There is nothing to delete in " + directory.root());
            return ExitCode.OK;
        }
        try (RunLock lock = RunLock.take(directory).orElseThrow(ResetCommand::running)) {
            show(directory, kept);
            if (!yes && !confirmed()) {
                System.out.println("Nothing was deleted.");
                return ExitCode.FAILED;
            }
            for (Path path : kept) {
                FileUtils.forceDelete(path.toFile());
            }
        }
        System.out.println("Deleted.");
        return ExitCode.OK;
    }

    private static CommandException running() {
        return new CommandException(
                "Triad is running, so its data stays. Stop it first: ./triad down", ExitCode.RUNNING);
    }

    private static void show(DataDirectory directory, List<Path> kept) {
        System.out.println("To be deleted in " + directory.root() + ":");
        for (Path path : kept) {
            System.out.printf(
                    "  %-16s %s%n",
                    path.getFileName(), FileUtils.byteCountToDisplaySize(FileUtils.sizeOf(path.toFile())));
        }
    }

    private static boolean confirmed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandException("Nobody can be asked here: say --yes to delete without a question.");
        }
        String answer = console.readLine("Delete all of it? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
