package dev.triad.cli;

/**
 * What the shell is told: one number for each way in which a command can end. The same table stands in the help of every
 * command and in {@code docs/terminal.md}. A reader who goes away, such as {@code head}, ends a command with {@link #OK};
 * Ctrl-C ends it with 130, as every signal does that a program does not catch.
 */
public final class ExitCode {
    public static final int OK = 0;

    /** Something went wrong, and standard error says what. */
    public static final int FAILED = 1;

    /** The command was not understood, or the ledger does not take what was asked. */
    public static final int USAGE = 2;

    /** The stack is not running, or no ledger answers, for a command that needs one. */
    public static final int NOT_RUNNING = 3;

    /** The stack is running already, for a command that needs it not to. */
    public static final int RUNNING = 4;

    /** The ledger wants to know who asks, or does not let them. */
    public static final int DENIED = 5;

    private ExitCode() {}
}
