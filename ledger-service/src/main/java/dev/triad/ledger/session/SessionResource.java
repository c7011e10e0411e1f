package dev.triad.ledger.session;

import dev.triad.access.Caller;
import dev.triad.access.Open;
import dev.triad.access.Role;
import dev.triad.access.web.Sessions;
import dev.triad.ledger.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Signing in and out, for browsers: the token is then kept in a cookie that no script can read. */
@Path("/api/v1/session")
@Tag(name = "Session")
public class SessionResource {
    /** A token to sign in with. */
    public record SignIn(@NotBlank String token) {}

    /** Who one is here, and what one may. */
    public record SessionView(
            @Schema(description = "Whether this ledger asks who one is")
            boolean controlled,

            @Schema(description = "Whether it knows; where it does not ask, everybody may do everything")
            boolean signedIn,

            @Nullable String name,
            List<String> roles,

            @Schema(description = "The groups that one sees; * is all")
            List<String> groups,

            @Nullable Instant expiresAt) {}

    private final Sessions sessions;

    SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @GET
    @Open("It tells the caller alone who the caller is.")
    @Operation(operationId = "session", summary = "Who one is, and what one may")
    public SessionView session() {
        return sessions.current().map(this::view).orElseGet(SessionResource::nobody);
    }

    @POST
    @Open("It takes a token, and looks whether it can be trusted.")
    @Operation(
            operationId = "signIn",
            summary = "Signs a browser in: sets a cookie that holds the token until it expires")
    public RestResponse<SessionView> signIn(@NotNull @Valid SignIn request) {
        return sessions.begin(request.token())
                .map(begun -> ResponseBuilder.ok(view(begun.caller()))
                        .header(HttpHeaders.SET_COOKIE, begun.cookie())
                        .build())
                .orElseThrow(
                        () -> Problems.TOKEN_REFUSED.because(
                                "It has expired, is too long for a cookie, or is not one that this ledger trusts; get a new one."));
    }

    @DELETE
    @Open("It forgets the caller.")
    @Operation(operationId = "signOut", summary = "Signs a browser out")
    @APIResponse(responseCode = "204", description = "The cookie is gone; the token itself holds until it expires")
    public RestResponse<Void> signOut() {
        return ResponseBuilder.<Void>create(RestResponse.Status.NO_CONTENT)
                .header(HttpHeaders.SET_COOKIE, sessions.end())
                .build();
    }

    private SessionView view(Caller caller) {
        boolean controlled = sessions.isControlled();
        return new SessionView(
                controlled,
                controlled,
                controlled ? caller.name() : null,
                caller.roles().stream().map(Role::code).sorted().toList(),
                List.copyOf(caller.scope().names()),
                controlled ? caller.expiresAt() : null);
    }

    private static SessionView nobody() {
        return new SessionView(true, false, null, List.of(), List.of(), null);
    }
}
