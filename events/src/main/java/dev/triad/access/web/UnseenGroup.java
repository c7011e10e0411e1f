package dev.triad.access.web;

import dev.triad.problem.Problem;

/** How a service says that it has no group of a name. It says so of every group that the caller does not see. */
public interface UnseenGroup {
    Problem unknown(String group);
}
