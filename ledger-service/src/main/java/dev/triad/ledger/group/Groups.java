package dev.triad.ledger.group;

import dev.triad.access.web.Access;
import dev.triad.access.web.UnseenGroup;
import dev.triad.ledger.journal.ReferenceStore;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.problem.Problems;
import dev.triad.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds groups, with the ids that the books know them by; those that the caller does not see are not there. */
@ApplicationScoped
public class Groups {
    /** A group and its id. */
    public record Known(int id, Group group) {}

    /** The book of what was really charged, which every group has. */
    public static final String ACTUAL = "actual";

    private final Jdbi jdbi;
    private final ReferenceStore references;
    private final UnseenGroup unseen;
    private final Access access;

    Groups(Jdbi jdbi, ReferenceStore references, UnseenGroup unseen, Access access) {
        this.jdbi = jdbi;
        this.references = references;
        this.unseen = unseen;
        this.access = access;
    }

    public ReferenceStore.Snapshot snapshot() {
        return jdbi.withHandle(handle -> {
            try {
                return references.current(handle.getConnection());
            } catch (java.sql.SQLException e) {
                throw new org.jdbi.v3.core.ConnectionException(e);
            }
        });
    }

    /** Whether the caller sees a group; null, what is of no known group, only who sees all. */
    public boolean sees(@Nullable String name) {
        return access.sees(name);
    }

    /** All groups that the caller sees, by name. */
    public List<Group> all() {
        return snapshot().reference().groups().values().stream()
                .filter(group -> sees(group.name()))
                .sorted(Comparator.comparing(Group::name))
                .toList();
    }

    /** The group of that name, or a problem. */
    public Known known(String name) {
        if (!sees(name)) {
            throw new ProblemException(unseen.unknown(name));
        }
        return declared(name);
    }

    /** As {@link #known}, for what the ledger does by itself: whoever is told of it has to be asked about elsewhere. */
    public Known declared(String name) {
        ReferenceStore.Snapshot snapshot = snapshot();
        Group group = snapshot.reference().groups().get(name);
        Integer id = snapshot.groupIds().get(name);
        if (group == null || id == null) {
            throw new ProblemException(unseen.unknown(name));
        }
        return new Known(id, group);
    }

    /** The group of that name, with that unit in it, or a problem. */
    public Known withUnit(String name, String unit) {
        Known known = known(name);
        if (!known.group().hasUnit(unit)) {
            throw Problems.UNKNOWN_UNIT.because("The group " + name + " has no unit " + unit + ".");
        }
        return known;
    }
}
