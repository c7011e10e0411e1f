package dev.triad.simulation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.triad.events.InvalidEventException;
import dev.triad.problem.Problem;
import dev.triad.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong in a request into {@code application/problem+json}. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String BODY = "body";
    private static final String RETRY_AFTER_SECONDS = "5";

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidEvent(InvalidEventException e) {
        return response(ProblemCode.INVALID.problem(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    RestResponse<Problem> constraints(ConstraintViolationException e) {
        List<Problem.FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.FieldError::field).thenComparing(Problem.FieldError::message))
                .toList();
        return response(ProblemCode.INVALID.problem("see errors for each field that was wrong", errors));
    }

    /** Named by itself, as the framework has an answer of its own to just this exception. */
    @ServerExceptionMapper
    RestResponse<Problem> mismatched(MismatchedInputException e) {
        return response(malformed(e));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadable(JsonProcessingException e) {
        return response(malformed(e));
    }

    @ServerExceptionMapper
    RestResponse<Problem> notFound(NotFoundException e) {
        return response(ProblemCode.NOT_FOUND.problem("nothing is served under this path; see /q/openapi"));
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEventException invalid) {
                return invalidEvent(invalid);
            }
            if (cause instanceof JsonProcessingException json) {
                return response(malformed(json));
            }
        }
        int status = e.getResponse().getStatus();
        for (ProblemCode code : ProblemCode.values()) {
            if (code.status() == status) {
                return response(code.problem("see /q/openapi for what this resource takes"));
            }
        }
        return response(Problem.of(status, "http-" + status, "The request was refused", "see /q/openapi"));
    }

    @ServerExceptionMapper
    RestResponse<Problem> failure(RuntimeException e) {
        LOG.error("a request failed", e);
        return response(ProblemCode.INTERNAL.problem("the log of the service has the cause"));
    }

    private static Problem malformed(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = path(mapping);
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof InvalidEventException invalid) {
                    String reason = String.valueOf(invalid.getMessage());
                    return ProblemCode.INVALID.problem(reason, List.of(new Problem.FieldError(field, reason)));
                }
            }
            String message = "is unknown or not of the kind that is asked for";
            return ProblemCode.MALFORMED.problem(
                    field + " " + message, List.of(new Problem.FieldError(field, message)));
        }
        // The parser's own words may quote the request, which has no business in an answer.
        return ProblemCode.MALFORMED.problem("the body is not the JSON object that is asked for");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    /**
     * The path without the method and its parameter, which are names of the code and not of the request. A
     * parameter without a path below it is the body, or the header or query parameter of that name.
     */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        int step = 0;
        String parameter = BODY;
        for (Path.Node node : violation.getPropertyPath()) {
            if (step++ < 2) {
                parameter = String.valueOf(node.getName());
                continue;
            }
            if (node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
            // The elements of a list have a name of the validator's own, in angle brackets.
            if (node.getKind() == ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    private static RestResponse<Problem> response(Problem problem) {
        RestResponse.ResponseBuilder<Problem> response = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .header("Content-Type", Problem.MEDIA_TYPE);
        if (problem.status() == ProblemCode.STARTING.status()) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return response.build();
    }
}
