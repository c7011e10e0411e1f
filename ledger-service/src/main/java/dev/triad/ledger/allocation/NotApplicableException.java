package dev.triad.ledger.allocation;

/** A method cannot be used on these departments; the message says why. */
public final class NotApplicableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotApplicableException(String message) {
        super(message);
    }
}
