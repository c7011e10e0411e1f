package dev.triad.cli.imports.input;

import dev.triad.cli.CommandException;

/** A file that cannot be imported at all; the message is one sentence for the person who named it. */
public final class UnreadableFileException extends CommandException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
