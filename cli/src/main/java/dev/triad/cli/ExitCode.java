package dev.triad.cli;

/** What the shell is told: one number for each way in which a command can end. */
public final class ExitCode {
    public static final int OK = 0;

    /** Something went wrong, and standard error says what. */
    public static final int FAILED = 1;

    /** The command was not understood. */
    public static final int USAGE = 2;

    /** The stack is not running, for a command that needs to know. */
    public static final int NOT_RUNNING = 3;

    /** The stack is running already, for a command that needs it not to. */
    public static final int RUNNING = 4;

    private ExitCode() {}
}
