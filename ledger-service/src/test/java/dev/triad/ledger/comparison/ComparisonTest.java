package dev.triad.ledger.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.account.Turnover;
import dev.triad.ledger.posting.PostedStreams;
import dev.triad.ledger.posting.Streams;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is compared, and to what. */
class ComparisonTest {
    private static final List<Turnover> TURNOVERS = List.of(
            turnover("store:revenue:external:goods", -100),
            turnover("store:revenue:returns:matched", 10),
            turnover("store:expenses:cost-of-sales:goods", 50),
            turnover("store:expenses:intersegment:cloud:compute", 5),
            turnover("cloud:revenue:intersegment:store:compute", -5),
            turnover("cloud:memo:imputed-subsidy:transfer-price:granted:store", -3),
            turnover("store:memo:imputed-subsidy:transfer-price:received:cloud", 3),
            turnover("store:memo:imputed-subsidy:storefront:granted:device", -2),
            turnover("device:memo:imputed-subsidy:storefront:received:store:echo:2026-w01", 2));

    @Test
    void unitsAreComparedByWhatTheyEarn() {
        assertThat(values(Metric.OPERATING_INCOME)).isEqualTo(units(5, 0, 35));
        assertThat(values(Metric.INTERSEGMENT_REVENUE)).isEqualTo(units(5, 0, 0));
        assertThat(values(Metric.EXTERNAL_REVENUE)).isEqualTo(units(0, 0, 100));
    }

    @Test
    void pairsAreComparedByWhatOneGrantsTheOther() {
        assertThat(values(Metric.IMPUTED_SUBSIDY))
                .isEqualTo(Map.of(
                        new Subject("cloud", "store"), BigInteger.valueOf(3),
                        new Subject("store", "device"), BigInteger.valueOf(2)));
    }

    @Test
    void theFirstBookIsWhatTheOthersAreComparedTo() {
        // Given
        Subject both = new Subject("cloud", "store");
        Subject second = new Subject("store", "cloud");

        // When
        Comparison comparison = Comparison.of(
                List.of(Map.of(both, BigInteger.TEN), Map.of(both, BigInteger.ONE, second, BigInteger.TWO)));

        // Then
        assertThat(comparison.rows())
                .containsExactly(
                        new Comparison.Row(both, List.of(value(10, 0), value(1, -9))),
                        new Comparison.Row(second, List.of(value(0, 0), value(2, 2))));
    }

    private static Map<Subject, BigInteger> values(Metric metric) {
        return metric.of(PostedStreams.group(List.of(Streams.declaration())), TURNOVERS);
    }

    private static Map<Subject, BigInteger> units(long cloud, long device, long store) {
        return Map.of(
                Subject.of("cloud"), BigInteger.valueOf(cloud),
                Subject.of("device"), BigInteger.valueOf(device),
                Subject.of("store"), BigInteger.valueOf(store));
    }

    private static Comparison.Value value(long amount, long difference) {
        return new Comparison.Value(BigInteger.valueOf(amount), BigInteger.valueOf(difference));
    }

    private static Turnover turnover(String account, long balance) {
        BigInteger value = BigInteger.valueOf(balance);
        return new Turnover(
                account, value.max(BigInteger.ZERO), value.min(BigInteger.ZERO).negate(), 1);
    }
}
