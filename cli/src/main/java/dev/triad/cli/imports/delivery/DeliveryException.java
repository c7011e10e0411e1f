package dev.triad.cli.imports.delivery;

import dev.triad.cli.CommandException;

/** Events that cannot be delivered; the message is one sentence that says what to do. */
public final class DeliveryException extends CommandException {
    private static final long serialVersionUID = 1L;

    public DeliveryException(String message) {
        super(message);
    }

    public DeliveryException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
