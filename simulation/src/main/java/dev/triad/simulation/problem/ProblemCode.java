package dev.triad.simulation.problem;

import dev.triad.problem.Problem;
import dev.triad.problem.ProblemException;
import java.util.List;

/** Every problem that the unit services answer with; the codes are stable. */
public enum ProblemCode {
    MALFORMED("malformed-request", 400, "The request cannot be read"),
    INVALID("invalid-request", 400, "The request is not valid"),
    NOT_FOUND("not-found", 404, "There is no such resource"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not take this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in this form"),
    CONFLICT("command-in-progress", 409, "A command with this key is being carried out"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The request must be JSON"),
    KEY_REUSED("idempotency-key-reused", 422, "The Idempotency-Key belongs to another request"),
    UNKNOWN_GROUP("unknown-group", 422, "This service hosts no unit of the group"),
    UNKNOWN_SKU("unknown-sku", 422, "The catalogue does not have this"),
    UNKNOWN_PRODUCT("unknown-product", 422, "The unit does not have this product"),
    UNKNOWN_UNIT("unknown-unit", 422, "The group does not have this unit"),
    UNKNOWN_RESOURCE("unknown-resource", 422, "The cloud does not have this resource"),
    RETURN_EXCEEDS_SALE("return-exceeds-sale", 422, "More is returned than was sold"),
    REFUSED("refused", 422, "The command breaks a rule of the event contract"),
    STARTING("starting", 503, "The service is reading the log and not ready yet"),
    LOG_UNAVAILABLE("log-unavailable", 503, "Kafka did not acknowledge in time"),
    INTERNAL("internal", 500, "The service failed");

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** The problem with what was wrong, where, and what to do. */
    public Problem problem(String detail) {
        return Problem.of(status, code, title, detail);
    }

    /** The problem with one item a field that was wrong. */
    public Problem problem(String detail, List<Problem.FieldError> errors) {
        return Problem.of(status, code, title, detail, errors);
    }

    public ProblemException exception(String detail) {
        return new ProblemException(problem(detail));
    }

    /** The problem of a field. */
    public ProblemException exception(String field, String detail) {
        return new ProblemException(problem(detail, List.of(new Problem.FieldError(field, detail))));
    }
}
