package dev.triad.limits.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.problem.Problem;
import dev.triad.request.RequestIds;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is larger than one may be, by the length that the request gives, before anything of it is read. Quarkus
 * does that as well, without a word; so it is left to Quarkus only where no length is given.
 */
@Singleton
class LargeBodies {
    private static final int BEFORE_ALL = 1_200;
    private static final long MILLIS_DROPPING = 2_000;

    private final long bytesMax;
    private final ObjectMapper mapper;

    LargeBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest, ObjectMapper mapper) {
        this.bytesMax = largest.asLongValue();
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_ALL);
    }

    private void refuse(RoutingContext context) {
        if (length(context.request()) <= bytesMax) {
            context.next();
            return;
        }
        Problem problem = LimitProblem.TOO_LARGE.with("A body may have " + bytesMax + " bytes; send less at once.");
        try {
            String answer = mapper.writeValueAsString(problem);
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .putHeader(
                            RequestIds.HEADER, RequestIds.of(context.request().getHeader(RequestIds.HEADER)))
                    .end(answer);
            hangUp(context);
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    /** Who is hung up on while sending may never read the answer: what comes is dropped for a moment first. */
    private static void hangUp(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.handler(_ -> {});
        request.endHandler(_ -> request.connection().close());
        request.resume();
        context.vertx().setTimer(MILLIS_DROPPING, _ -> request.connection().close());
    }

    /** What is no length is left to those after this. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
