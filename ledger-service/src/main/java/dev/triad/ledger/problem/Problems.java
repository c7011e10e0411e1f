package dev.triad.ledger.problem;

import dev.triad.problem.Problem;
import dev.triad.problem.ProblemException;

/** The ledger's problems. Codes are stable: programs rely on them. */
public enum Problems {
    UNKNOWN_GROUP(404, "unknown-group", "There is no such group"),
    UNKNOWN_UNIT(404, "unknown-unit", "There is no such unit"),
    UNKNOWN_ACCOUNT(404, "unknown-account", "There is no such account"),
    UNKNOWN_ENTRY(404, "unknown-entry", "There is no such entry"),
    UNKNOWN_EVENT(404, "unknown-event", "There is no such event"),
    UNKNOWN_BOOK(404, "unknown-book", "There is no such book"),
    BOOK_EXISTS(409, "book-exists", "There is another book of that name"),
    BOOK_FAILED(409, "book-failed", "The book cannot be made"),
    BOOK_REBUILDING(503, "book-rebuilding", "The book is being made"),
    TOO_MANY_BOOKS(409, "too-many-books", "There are as many books as there can be"),
    UNKNOWN_SUSPENSE_ITEM(404, "unknown-suspense-item", "There is no such suspense item"),
    UNKNOWN_REPRICING(404, "unknown-repricing", "There is no such repricing"),
    KEY_REUSED(422, "key-reused", "The Idempotency-Key came before with another request"),
    REPRICING_TOO_LARGE(422, "repricing-too-large", "The repricing is too large to be shown"),
    TOO_MANY_REPRICINGS(503, "too-many-repricings", "As many repricings are being computed as can be"),
    LOG_UNAVAILABLE(503, "log-unavailable", "Kafka has not acknowledged the event"),
    LOG_UNREADABLE(503, "log-unreadable", "Kafka does not give the events back"),
    PERIOD_NOT_OVER(409, "period-not-over", "The period is not over yet"),
    PERIOD_CLOSED(409, "period-closed", "A later period is closed already"),
    EVENTS_WAITING(409, "events-waiting", "Events of the period wait in suspense"),
    TOO_MUCH_PENDING(409, "too-much-pending", "More is in quarantine than a closing can name"),
    ALREADY_RESOLVED(409, "already-resolved", "The suspense item has been resolved already"),
    INVALID_PARAMETER(400, "invalid-parameter", "A parameter is not valid"),
    NOT_ALLOCABLE(422, "not-allocable", "The units' shared costs cannot be allocated"),
    INVALID_BODY(400, "invalid-body", "The request's body is not valid"),
    TOO_MANY_READERS(503, "too-many-readers", "The stream has as many readers as it can serve"),
    TOO_MANY_SEARCHES(503, "too-many-searches", "As many searches of history run as can"),
    TOKEN_REFUSED(401, "token-refused", "The token cannot be trusted"),
    NOT_FOUND(404, "not-found", "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The address does not take this method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "The answer cannot be given in this form"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The request must be JSON"),
    HTTP(0, "http", "The request cannot be served"),
    DATABASE_UNAVAILABLE(503, "database-unavailable", "The database cannot be reached"),
    TOO_MANY_QUESTIONS(503, "too-many-questions", "As many questions are being answered as can be"),
    TOO_MANY_EXPORTS(503, "too-many-exports", "As many journals are being taken out as can be"),
    QUESTION_TOO_LONG(504, "question-too-long", "The database takes longer to answer than a question may"),
    INTERNAL(500, "internal", "The ledger failed to answer");

    private final int status;
    private final String code;
    private final String title;

    Problems(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public Problem with(String detail) {
        return Problem.of(status, code, title, detail);
    }

    Problem with(int actualStatus, String detail) {
        return Problem.of(actualStatus, code, title, detail);
    }

    public ProblemException because(String detail) {
        return new ProblemException(with(detail));
    }
}
