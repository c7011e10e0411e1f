package dev.triad.cli.imports.input;

/** A line that is none of its format; the message says why, fit to stand behind the line's number. */
public final class RejectedLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RejectedLineException(String reason) {
        // Bad lines are data, not accidents: a file full of them must not pay for stack traces.
        super(reason, null, false, false);
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "unreadable" : message;
    }
}
