package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.workload.Expectation;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final SortedMap<String, BigInteger> RIGHT = amounts(Map.of("cash", 20L, "revenue", -20L));
    private static final Expectation EXPECTED = new Expectation(RIGHT, 11, 10, 1, 20);

    @Test
    void booksThatAreAsTheyMustBePass() {
        Audit audit = Audit.of(EXPECTED, new Found(10, 0, RIGHT, RIGHT));

        assertThat(audit.lost()).isZero();
        assertThat(audit.doubled()).isZero();
        assertThat(audit.wrong()).isEmpty();
    }

    @Test
    void anEventThatIsNotPostedIsLost() {
        assertThat(Audit.of(EXPECTED, new Found(8, 0, RIGHT, RIGHT)).lost()).isEqualTo(2);
    }

    @Test
    void aBalanceThatIsOffByOneUnitIsNamed() {
        SortedMap<String, BigInteger> off = amounts(Map.of("cash", 21L, "revenue", -20L));

        assertThat(Audit.of(EXPECTED, new Found(10, 0, RIGHT, off)).wrong())
                .containsExactly("the balance of cash is 21 and must be 20", "the trial balance is off by 1");
        assertThat(Audit.of(EXPECTED, new Found(10, 0, off, RIGHT)).wrong())
                .containsExactly("the sum of postings of cash is 21 and must be 20");
    }

    @Test
    void anAccountTooManyOrTooFewIsNamed() {
        SortedMap<String, BigInteger> other = amounts(Map.of("till", 20L, "revenue", -20L));

        assertThat(Audit.of(EXPECTED, new Found(10, 0, RIGHT, other)).wrong())
                .containsExactly("the balance of cash is 0 and must be 20", "the balance of till is 20 and must be 0");
    }

    private static SortedMap<String, BigInteger> amounts(Map<String, Long> amounts) {
        SortedMap<String, BigInteger> all = new TreeMap<>();
        amounts.forEach((account, amount) -> all.put(account, BigInteger.valueOf(amount)));
        return all;
    }
}
