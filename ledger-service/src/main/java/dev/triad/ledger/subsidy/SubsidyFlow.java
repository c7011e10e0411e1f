package dev.triad.ledger.subsidy;

import static dev.triad.ledger.posting.AccountNames.IMPUTED_SUBSIDY;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What one unit granted another by a mechanism, in the group's smallest unit.
 *
 * @param grantor the unit that went without, or the customers outside
 * @param recipient the unit that gained
 * @param mechanism {@code transfer-price}, {@code storefront} or {@code scale}
 * @param amount positive, or negative when the recipient paid above the reference price
 * @param accounts what it was read from
 */
public record SubsidyFlow(
        String grantor, String recipient, String mechanism, BigInteger amount, List<String> accounts) {
    private static final String GRANTED = "granted";

    public SubsidyFlow {
        accounts = List.copyOf(accounts);
    }

    /** The flow that an account stands for: only the granting side counts, as the other mirrors it. */
    public static Optional<SubsidyFlow> ofAccount(String account, BigInteger balance) {
        int mark = account.indexOf(IMPUTED_SUBSIDY);
        if (mark < 0) {
            return Optional.empty();
        }
        String[] rest = account.substring(mark + IMPUTED_SUBSIDY.length()).split(":", -1);
        if (rest.length != 3 || !rest[1].equals(GRANTED)) {
            return Optional.empty();
        }
        return Optional.of(
                new SubsidyFlow(account.substring(0, mark), rest[2], rest[0], balance.negate(), List.of(account)));
    }
}
