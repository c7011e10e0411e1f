package dev.triad.access.web;

import dev.triad.access.Caller;
import dev.triad.access.Needs;
import dev.triad.access.Open;
import dev.triad.access.Verdict;
import dev.triad.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every operation: who asks, whether they may, and whether they see the group that the address names. Of a
 * group that they do not see it answers as of one that there is not, without looking whether there is one.
 */
public class AccessFilter {
    /** The cookie in which the ledger's page keeps the token. */
    public static final String COOKIE = "triad-session";

    private static final String GROUP = "group";

    private final AccessSettings settings;
    private final Tokens tokens;
    private final Visitor visitor;
    private final UnseenGroup unseen;

    AccessFilter(AccessSettings settings, Tokens tokens, Visitor visitor, UnseenGroup unseen) {
        this.settings = settings;
        this.tokens = tokens;
        this.visitor = visitor;
        this.unseen = unseen;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public @Nullable Response filter(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest http) {
        Method operation = resource.getResourceMethod();
        if (!settings.enabled() || operation == null || operation.isAnnotationPresent(Open.class)) {
            return null;
        }
        Cookie cookie = request.getCookies().get(COOKIE);
        Optional<Presented> presented = Presented.of(
                request.getHeaderString(HttpHeaders.AUTHORIZATION), cookie == null ? null : cookie.getValue());
        if (presented.isEmpty()) {
            return AccessProblem.noToken().response();
        }
        if (presented.get().byCookie() && !isOfATrustedPage(request, http)) {
            return AccessProblem.forbidden(
                            "With the cookie, only the ledger's own page changes something; send the token"
                                    + " as Authorization: Bearer.")
                    .response();
        }
        Optional<Caller> caller = tokens.holder(presented.get().token());
        if (caller.isEmpty()) {
            return AccessProblem.badToken().response();
        }
        visitor.is(caller.get());
        return refusal(caller.get(), operation.getAnnotation(Needs.class), request.getUriInfo());
    }

    private boolean isOfATrustedPage(ContainerRequestContext request, HttpServerRequest http) {
        return Origins.changesNothing(request.getMethod())
                || Origins.isTrusted(
                        request.getHeaderString("Origin"), String.valueOf(http.authority()), settings.origins());
    }

    private @Nullable Response refusal(Caller caller, @Nullable Needs needs, UriInfo uri) {
        return switch (Verdict.of(caller, needs)) {
            case Verdict.Granted _ -> unseenGroup(caller, uri);
            case Verdict.Unknown _ -> AccessProblem.noToken().response();
            case Verdict.Lacks lacks ->
                AccessProblem.forbidden("This needs the role " + lacks.role().code() + ".")
                        .response();
            case Verdict.SeesTooLittle _ ->
                AccessProblem.forbidden("This is about all groups at once, and takes a token of all of them.")
                        .response();
            case Verdict.Undeclared _ ->
                AccessProblem.forbidden("This operation does not say whom it is for.")
                        .response();
        };
    }

    private @Nullable Response unseenGroup(Caller caller, UriInfo uri) {
        return Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .flatMap(parameters -> Optional.ofNullable(parameters.get(GROUP)).stream())
                .flatMap(Collection::stream)
                .filter(group -> !group.isEmpty() && !caller.scope().sees(group))
                .findFirst()
                .map(group -> response(unseen.unknown(group)))
                .orElse(null);
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
