package dev.triad.cli;

/**
 * A command cannot go on, and its message tells the user why and what to do, in a sentence or a few. It
 * is shown as it is, without a stack trace, and the command ends with the exit code given.
 */
public class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandException(String message) {
        this(message, ExitCode.FAILED);
    }

    public CommandException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
