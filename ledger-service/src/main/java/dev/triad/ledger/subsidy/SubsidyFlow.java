package dev.triad.ledger.subsidy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit granted another by a mechanism, in the group's smallest unit.
 *
 * @param grantor the unit that went without
 * @param recipient the unit that gained
 * @param mechanism {@code transfer-price} or {@code storefront}
 * @param from the beginning of the interval it fell into, or null for the whole span
 * @param amount positive, or negative when the recipient paid above the reference price
 */
public record SubsidyFlow(
        String grantor,
        String recipient,
        String mechanism,
        @Nullable Instant from,
        BigInteger amount) {
    private static final String MARK = ":memo:imputed-subsidy:";
    private static final String GRANTED = "granted";

    /** The flow that an account stands for: only the granting side counts, as the other mirrors it. */
    public static Optional<SubsidyFlow> ofAccount(String account, @Nullable Instant from, BigInteger balance) {
        int mark = account.indexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        String[] rest = account.substring(mark + MARK.length()).split(":", -1);
        if (rest.length != 3 || !rest[1].equals(GRANTED)) {
            return Optional.empty();
        }
        return Optional.of(new SubsidyFlow(account.substring(0, mark), rest[2], rest[0], from, balance.negate()));
    }
}
