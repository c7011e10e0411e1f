package dev.triad.cli.terminal;

/** Whoever read the output has what they wanted, such as {@code head}: the command ends without a word. */
public final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
