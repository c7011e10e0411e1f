package dev.triad.ledger.cohort;

import static dev.triad.ledger.posting.AccountNames.ATTRIBUTED_CONTRIBUTION;
import static dev.triad.ledger.posting.AccountNames.IMPUTED_SUBSIDY;
import static dev.triad.ledger.posting.AccountNames.INTERSEGMENT_EXPENSES;
import static dev.triad.ledger.posting.AccountNames.STOREFRONT;

import dev.triad.events.Cohort;
import dev.triad.events.LineKind;
import dev.triad.ledger.posting.AccountNames;
import java.util.List;
import java.util.Optional;

/** An account that tells something of a cohort of a unit's products. */
record CohortAccount(String unit, Cohort cohort, Kind kind) {
    /** What the account tells. */
    enum Kind {
        /** What selling the products below cost lost, less what came back. */
        LOSS,
        /** What the products were sold for, less what was refunded and what they cost to make. */
        HARDWARE_MARGIN,
        /** What the products' use of the cloud was charged. */
        CLOUD_COST,
        /** What of other units' sales the products led to. */
        ATTRIBUTED_CONTRIBUTION,
        /** What of the unit's own virtual goods was bought on the products. */
        DIGITAL_CONTRIBUTION
    }

    private static final List<String> HARDWARE = List.of(
            ":revenue:external:" + LineKind.DEVICE.code() + ":",
            ":revenue:returns:matched:",
            ":expenses:cost-of-sales:" + LineKind.DEVICE.code() + ":");

    static Optional<CohortAccount> parse(String account) {
        String unit = AccountNames.unitOf(account);
        for (String mark : HARDWARE) {
            Optional<String[]> sold = parse(account, unit, mark, 2);
            if (sold.isPresent()) {
                return sold.map(parts -> of(unit, parts, Kind.HARDWARE_MARGIN));
            }
        }
        Optional<CohortAccount> loss = parse(account, unit, IMPUTED_SUBSIDY + STOREFRONT + ":received:", 3)
                .map(parts -> of(unit, parts, Kind.LOSS));
        return loss.or(() ->
                        parse(account, unit, INTERSEGMENT_EXPENSES, 4).map(parts -> of(unit, parts, Kind.CLOUD_COST)))
                .or(() -> parse(account, unit, ATTRIBUTED_CONTRIBUTION + "received:", 3)
                        .map(parts -> of(
                                unit,
                                parts,
                                parts[0].equals(unit) ? Kind.DIGITAL_CONTRIBUTION : Kind.ATTRIBUTED_CONTRIBUTION)));
    }

    private static Optional<String[]> parse(String account, String unit, String mark, int parts) {
        if (!account.startsWith(mark, unit.length())) {
            return Optional.empty();
        }
        String[] rest = account.substring(unit.length() + mark.length()).split(":", -1);
        return rest.length == parts ? Optional.of(rest) : Optional.empty();
    }

    private static CohortAccount of(String unit, String[] parts, Kind kind) {
        return new CohortAccount(unit, new Cohort(parts[parts.length - 2], parts[parts.length - 1]), kind);
    }
}
