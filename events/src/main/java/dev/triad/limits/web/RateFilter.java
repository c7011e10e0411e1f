package dev.triad.limits.web;

import dev.triad.access.Caller;
import dev.triad.access.web.Access;
import dev.triad.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Holds back who asks too much: by the name in their token, else by the address that they come from. Who fails to say who they are
 * is counted by address too, and so cannot try tokens without end. What it is not asked of, health and metrics, stays free.
 */
public class RateFilter {
    private static final String TAKEN = Taken.class.getName();

    private final Clients clients;
    private final Access access;

    RateFilter(Clients clients, Access access) {
        this.clients = clients;
        this.access = access;
    }

    /** After it is known who asks. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    public @Nullable Response take(ContainerRequestContext request, HttpServerRequest http) {
        if (!clients.areLimited()) {
            return null;
        }
        Taken taken = clients.take(
                access.known().map(Caller::name).map(RateFilter::named).orElseGet(() -> at(http)));
        request.setProperty(TAKEN, taken);
        return taken.isGranted() ? null : refusal(taken);
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest http) {
        Optional<Taken> taken = Optional.ofNullable((Taken) request.getProperty(TAKEN));
        boolean isUnknown = response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode();
        if (taken.isEmpty() && isUnknown && clients.areLimited()) {
            taken = Optional.of(clients.take(at(http)));
        }
        taken.ifPresent(known -> tell(known, response));
    }

    private static String named(String name) {
        return "name " + name;
    }

    /** As the proxy says, where quarkus.http.proxy has it believed. */
    private static String at(HttpServerRequest http) {
        return "address " + http.remoteAddress().hostAddress();
    }

    private static Response refusal(Taken taken) {
        Problem problem = problem(taken);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static Problem problem(Taken taken) {
        return LimitProblem.TOO_MANY_REQUESTS.with(
                "One client may ask %d times a second, and %d times at once; come again in %d s."
                        .formatted(
                                taken.allowance().perSecond(), taken.allowance().burst(), taken.retrySeconds()));
    }

    private static void tell(Taken taken, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("RateLimit-Policy", taken.policy());
        headers.putSingle("RateLimit", taken.state());
        if (!taken.isGranted()) {
            Problem problem = problem(taken);
            headers.remove(HttpHeaders.WWW_AUTHENTICATE);
            headers.putSingle(HttpHeaders.RETRY_AFTER, taken.retrySeconds());
            response.setStatus(problem.status());
            response.setEntity(problem);
        }
    }
}
