package dev.triad.ledger.journal;

import java.sql.SQLIntegrityConstraintViolationException;

/** The unique index found an entry of the batch on the books: the event came before. */
public final class EventRepeatedException extends SQLIntegrityConstraintViolationException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    public EventRepeatedException(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        super(reason, UNIQUE_VIOLATION, cause);
    }
}
