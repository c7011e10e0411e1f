package dev.triad.limits.web;

import dev.triad.problem.Problem;

/** How every service says that one asks or sends too much. */
public enum LimitProblem {
    TOO_MANY_REQUESTS(429, "too-many-requests", "More is asked than one client may"),
    TOO_LARGE(413, "too-large", "The request is too large");

    private final int status;
    private final String code;
    private final String title;

    LimitProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public Problem with(String detail) {
        return Problem.of(status, code, title, detail);
    }
}
