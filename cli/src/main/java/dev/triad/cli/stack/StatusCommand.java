package dev.triad.cli.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how a stack that runs in another terminal is. */
@Command(
        name = "status",
        description = "Tells what is running: exit code 0 when all is up, 3 when the stack is not running,"
                + " 1 when part of it is not up.",
        footer = {"", "Examples:", "  ./triad status", "  ./triad status --json"})
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        RunFile file = new RunFile(data.directory().runFile());
        StackStatus status = StackStatus.of(file.readRunning());
        System.out.println(json ? RunFile.JSON.writeValueAsString(status) : StatusTable.of(status));
        if (!status.running()) {
            return ExitCode.NOT_RUNNING;
        }
        return status.isAllUp() ? ExitCode.OK : ExitCode.FAILED;
    }
}
