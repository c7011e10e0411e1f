package dev.triad.ledger.posting;

import dev.triad.events.CostIncurred;

/** Posts costs where they are incurred. */
final class CostPosting {
    private CostPosting() {}

    static Entry post(Group group, CostIncurred cost) {
        return post(new EntryBuilder(), group, cost).build(Rule.COST);
    }

    static EntryBuilder post(EntryBuilder entry, Group group, CostIncurred cost) {
        entry.pair(
                account(cost), AccountNames.vendors(cost.unit()), group.asset().amount(cost.amount()));
        if (entry.isExplaining()) {
            entry.why(new Derivation.Given(
                    "%s cost of the pool %s from %s to %s, used by %s"
                            .formatted(
                                    cost.behaviour().code(),
                                    cost.pool(),
                                    cost.period().from(),
                                    cost.period().to(),
                                    String.join(", ", cost.users())),
                    group.asset(),
                    cost.amount()));
        }
        return entry;
    }

    /** The users are part of the name, so that what serving whom costs can be told for any span of time. */
    private static String account(CostIncurred cost) {
        String account = AccountNames.costPool(
                cost.unit(),
                cost.pool(),
                cost.behaviour(),
                cost.users().stream().sorted().toList());
        if (account.length() > AccountNames.NAME_MAX) {
            throw new RejectedException(
                    RejectReason.ACCOUNT_TOO_LONG,
                    "the users of the pool make an account name of %d characters; at most %d"
                            .formatted(account.length(), AccountNames.NAME_MAX));
        }
        return account;
    }
}
