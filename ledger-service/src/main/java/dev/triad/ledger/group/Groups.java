package dev.triad.ledger.group;

import dev.triad.ledger.journal.ReferenceStore;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Finds groups, with the ids that the books know them by. */
@ApplicationScoped
public class Groups {
    /** A group and its id. */
    public record Known(int id, Group group) {}

    /** The book of what was really charged, which every group has. */
    public static final String ACTUAL = "actual";

    private final Jdbi jdbi;
    private final ReferenceStore references;

    Groups(Jdbi jdbi, ReferenceStore references) {
        this.jdbi = jdbi;
        this.references = references;
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

    /** The group of that name, or a problem. */
    public Known known(String name) {
        ReferenceStore.Snapshot snapshot = snapshot();
        Group group = snapshot.reference().groups().get(name);
        Integer id = snapshot.groupIds().get(name);
        if (group == null || id == null) {
            throw Problems.UNKNOWN_GROUP.because("No group " + name + " has been declared; see /api/v1/groups.");
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
