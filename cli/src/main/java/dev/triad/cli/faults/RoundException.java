package dev.triad.cli.faults;

/** A round cannot go on, which is a finding in itself. */
final class RoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RoundException(String message) {
        super(message);
    }
}
