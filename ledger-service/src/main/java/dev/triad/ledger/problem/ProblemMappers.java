package dev.triad.ledger.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.triad.limits.web.LimitProblem;
import dev.triad.problem.Problem;
import dev.triad.problem.ProblemException;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** Every failure as RFC 9457 problem. */
public class ProblemMappers {
    private static final String QUERY_CANCELED = "57014";

    /** Of all texts, PostgreSQL cannot take those with the character NUL. */
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    /** Causes may go in a circle. */
    private static final int CAUSES_MAX = 16;

    @ServerExceptionMapper
    public Response map(ProblemException e) {
        Response response = response(e.problem());
        return response.getStatus() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                ? retryLater(response)
                : response;
    }

    @ServerExceptionMapper
    public Response map(ConstraintViolationException e) {
        List<Problem.FieldError> errors = e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
                .toList();
        Problem problem = Problems.INVALID_PARAMETER.with("See errors for each field.");
        return response(Problem.of(problem.status(), problem.code(), problem.title(), problem.detail(), errors));
    }

    @ServerExceptionMapper
    public Response map(JacksonException e) {
        return response(Problems.INVALID_BODY.with("The body is not the JSON that the API document describes."));
    }

    /** Of this, Quarkus has a mapper of its own, whose answer says nothing. */
    @ServerExceptionMapper
    public Response map(MismatchedInputException e) {
        return map((JacksonException) e);
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JacksonException json) {
            return map(json);
        }
        if (e.getCause() instanceof ProblemException parameter) {
            return map(parameter);
        }
        return switch (status) {
            // Only what is said of the body in a header cannot be read without saying more.
            case 400 -> response(Problems.INVALID_BODY.with("Send it as JSON, with Content-Type: application/json."));
            case 404 -> response(Problems.NOT_FOUND.with("See /q/openapi for what there is."));
            case 405 -> response(Problems.METHOD_NOT_ALLOWED.with("See /q/openapi for what there is."));
            case 406 -> response(Problems.NOT_ACCEPTABLE.with("See /q/openapi for the forms that it has."));
            case 413 -> response(LimitProblem.TOO_LARGE.with("A body may not be so large; send less at once."));
            case 415 -> response(Problems.UNSUPPORTED_MEDIA_TYPE.with("Send it with Content-Type: application/json."));
            default -> response(Problems.HTTP.with(status, String.valueOf(e.getMessage())));
        };
    }

    @ServerExceptionMapper
    public Response map(JdbiException e) {
        return database(e);
    }

    @ServerExceptionMapper
    public Response map(SQLException e) {
        return database(e);
    }

    @ServerExceptionMapper
    public Response map(RuntimeException e) {
        if (tookTooLong(e)) {
            return tooLong(e);
        }
        Log.errorf(e, "request failed");
        return response(Problems.INTERNAL.with("The log of the ledger says why."));
    }

    private static Response database(Exception e) {
        if (tookTooLong(e)) {
            return tooLong(e);
        }
        if (hasState(e, CHARACTER_NOT_IN_REPERTOIRE)) {
            return response(Problems.INVALID_PARAMETER.with("No text may have the character NUL."));
        }
        Log.errorf(e, "database request failed");
        return retryLater(response(Problems.DATABASE_UNAVAILABLE.with("Try again shortly.")));
    }

    /** Whether the database ended a statement because its time was over. */
    private static boolean tookTooLong(Exception e) {
        return hasState(e, QUERY_CANCELED);
    }

    /** Whether the database said so, whatever that has been wrapped into since. */
    private static boolean hasState(Exception e, String state) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(cause -> cause instanceof SQLException sql && state.equals(sql.getSQLState()));
    }

    private static Response tooLong(Exception e) {
        Log.warnf("a question took too long: %s", e.getClass().getSimpleName());
        return response(Problems.QUESTION_TOO_LONG.with(
                "Ask for less, such as a shorter time or one account, or have triad.questions.longest raised."));
    }

    private static Response retryLater(Response response) {
        return Response.fromResponse(response).header("Retry-After", 2).build();
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return new Problem.FieldError(path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
