package dev.triad.access.web;

import dev.triad.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** How every service says no to who asks. The challenge is as RFC 6750 has it. */
public enum AccessProblem {
    UNAUTHENTICATED(401, "unauthenticated", "It must be known who asks"),
    FORBIDDEN(403, "forbidden", "Who asks may not do that");

    private static final String REALM = "Bearer realm=\"triad\"";

    private final int status;
    private final String code;
    private final String title;

    AccessProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public Problem with(String detail) {
        return Problem.of(status, code, title, detail);
    }

    /** Nobody said who asks. */
    static Refusal noToken() {
        return new Refusal(
                UNAUTHENTICATED.with("Send a token as Authorization: Bearer, or sign in on the ledger's page."), REALM);
    }

    /** What was said is not true, or not any more. */
    static Refusal badToken() {
        return new Refusal(
                UNAUTHENTICATED.with("The token has expired, or is not one that this service trusts; get a new one."),
                REALM + ", error=\"invalid_token\"");
    }

    static Refusal forbidden(String detail) {
        return new Refusal(FORBIDDEN.with(detail), REALM + ", error=\"insufficient_scope\"");
    }

    /** A refusal with its challenge. */
    public record Refusal(Problem problem, String challenge) {
        /** As an answer. */
        public Response response() {
            return Response.status(problem.status())
                    .type(Problem.MEDIA_TYPE)
                    .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(problem)
                    .build();
        }
    }
}
