package dev.triad.ledger.book;

import dev.triad.ledger.policy.Policy;
import dev.triad.ledger.policy.WhatIf;
import dev.triad.ledger.posting.Group;

/** A book that can be asked. */
public sealed interface OpenBook {
    /** What was really charged. */
    record Actual() implements OpenBook {}

    /**
     * A book by another policy. It keeps balances by the hour; its entries are derived from the actual ones.
     *
     * @param groupId the id of its group
     */
    record Other(int id, int groupId, Group group, Policy policy) implements OpenBook {
        /** What derives its entries, for one thread. */
        public WhatIf rules() {
            return new WhatIf(group, policy);
        }

        /** The table of its balances. */
        public String balances() {
            return BookBalances.table(id);
        }
    }

    OpenBook ACTUAL = new Actual();
}
