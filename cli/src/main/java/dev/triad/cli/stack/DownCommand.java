package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a stack that runs in another terminal. */
@Command(
        name = "down",
        description = "Stops the running stack and waits until it has stopped; its data stays.",
        footer = {"", "Example:", "  ./triad down"})
public final class DownCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = data.directory();
        Optional<RunState> running = new RunFile(directory.runFile()).readRunning();
        if (running.isPresent()) {
            stop(running.get().supervisor());
            System.out.println("Triad has stopped.");
        } else if (Leftovers.stop(directory, System.out) > 0) {
            System.out.println("What an earlier run had left behind has stopped.");
        } else {
            System.out.println("Triad is not running.");
        }
        return ExitCode.OK;
    }

    private static void stop(ProcessId supervisor) throws InterruptedException {
        System.out.println("Stopping Triad ...");
        supervisor.find().ifPresent(ProcessHandle::destroy);
        if (!Waiting.until(LONGEST, () -> !supervisor.isAlive())) {
            throw new CommandException("Triad (process %d) has not stopped after %d s: look at its terminal."
                    .formatted(supervisor.pid(), LONGEST.toSeconds()));
        }
    }
}
