package dev.triad.access.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.access.Caller;
import dev.triad.access.Role;
import dev.triad.access.Scope;
import dev.triad.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Metrics count what all groups do, some of them by name: they are for those alone who see every group. */
@Singleton
class MetricsGuard {
    private static final String METRICS = "/q/metrics";
    private static final int BEFORE_ALL = 1_000;

    private final AccessSettings settings;
    private final Tokens tokens;
    private final ObjectMapper mapper;

    MetricsGuard(AccessSettings settings, Tokens tokens, ObjectMapper mapper) {
        this.settings = settings;
        this.tokens = tokens;
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        if (settings.enabled()) {
            filters.register(this::guard, BEFORE_ALL);
        }
    }

    private void guard(RoutingContext context) {
        if (!context.normalizedPath().startsWith(METRICS)) {
            context.next();
            return;
        }
        // A key that is fetched for the first time is waited for.
        Callable<Optional<AccessProblem.Refusal>> decision = () -> refusal(context);
        context.vertx()
                .executeBlocking(decision, false)
                .onSuccess(refusal -> refusal.ifPresentOrElse(no -> refuse(context, no), context::next))
                .onFailure(context::fail);
    }

    private Optional<AccessProblem.Refusal> refusal(RoutingContext context) {
        Cookie cookie = context.request().getCookie(AccessFilter.COOKIE);
        Optional<Presented> presented = Presented.of(
                context.request().getHeader(HttpHeaders.AUTHORIZATION), cookie == null ? null : cookie.getValue());
        if (presented.isEmpty()) {
            return Optional.of(AccessProblem.noToken());
        }
        Optional<Caller> caller = tokens.holder(presented.get().token());
        if (caller.isEmpty()) {
            return Optional.of(AccessProblem.badToken());
        }
        boolean mayRead = caller.get().is(Role.READER) && caller.get().scope() instanceof Scope.Every;
        return mayRead
                ? Optional.empty()
                : Optional.of(AccessProblem.forbidden(
                        "Metrics are about all groups at once, and take a token of all of" + " them."));
    }

    private void refuse(RoutingContext context, AccessProblem.Refusal refusal) {
        context.response()
                .setStatusCode(refusal.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader("WWW-Authenticate", refusal.challenge())
                .end(json(refusal.problem()));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is not made JSON", e);
        }
    }
}
