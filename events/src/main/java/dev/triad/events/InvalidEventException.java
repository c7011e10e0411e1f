package dev.triad.events;

/** A record that breaks the contract: which rule, and in words what was wrong and where. */
public final class InvalidEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Defect defect;

    public InvalidEventException(Defect defect, String message) {
        // Invalid records are data, not accidents: a hostile stream of them must not pay for stack traces.
        super(message, null, false, false);
        this.defect = defect;
    }

    static InvalidEventException missing(String field) {
        return new InvalidEventException(Defect.MISSING, field + " is missing");
    }

    public Defect defect() {
        return defect;
    }
}
