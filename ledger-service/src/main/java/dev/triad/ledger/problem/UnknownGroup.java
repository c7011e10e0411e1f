package dev.triad.ledger.problem;

import dev.triad.access.web.UnseenGroup;
import dev.triad.problem.Problem;
import jakarta.inject.Singleton;

/** Says that there is no group of a name, of those that there are not and of those that the caller does not see alike. */
@Singleton
public class UnknownGroup implements UnseenGroup {
    @Override
    public Problem unknown(String group) {
        return Problems.UNKNOWN_GROUP.with("No group " + group + " has been declared; see /api/v1/groups.");
    }
}
