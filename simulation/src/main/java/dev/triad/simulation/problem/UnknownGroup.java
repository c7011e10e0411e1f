package dev.triad.simulation.problem;

import dev.triad.access.web.UnseenGroup;
import dev.triad.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;

/** Says that no unit of a group is hosted here, of a group that is not and of one that the caller does not see alike. */
@Singleton
public class UnknownGroup implements UnseenGroup {
    @Override
    public Problem unknown(String group) {
        String detail = "no unit of " + group + " is hosted here";
        return ProblemCode.UNKNOWN_GROUP.problem(detail, List.of(new Problem.FieldError("group", detail)));
    }
}
