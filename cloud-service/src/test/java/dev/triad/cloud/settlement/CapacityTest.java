package dev.triad.cloud.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    private static final BigDecimal STEP = new BigDecimal("200");
    private static final BigDecimal MOST = new BigDecimal("0.8");

    @ParameterizedTest
    @CsvSource({
        // 1,000 units carry a peak of 800; the next step carries 960.
        "1000, 0, 1000",
        "1000, 800, 1000",
        "1000, 800.001, 1200",
        "1000, 960, 1200",
        "1000, 1600, 2000",
    })
    void growsInStepsUntilThePeakFits(String before, String peak, String after) {
        assertThat(Capacity.after(new BigDecimal(before), new BigDecimal(peak), STEP, MOST))
                .isEqualByComparingTo(after);
    }

    @Property(tries = 200)
    void neverShrinksAndNeverBuildsMoreThanAStepTooMuch(
            @ForAll @IntRange(min = 0, max = 100_000) int before, @ForAll @IntRange(min = 0, max = 100_000) int peak) {
        BigDecimal after = Capacity.after(BigDecimal.valueOf(before), BigDecimal.valueOf(peak), STEP, MOST);

        assertThat(after).isGreaterThanOrEqualTo(BigDecimal.valueOf(before));
        assertThat(after.multiply(MOST)).isGreaterThanOrEqualTo(BigDecimal.valueOf(peak));
        if (after.compareTo(BigDecimal.valueOf(before)) > 0) {
            assertThat(after.subtract(STEP).multiply(MOST)).isLessThan(BigDecimal.valueOf(peak));
        }
    }
}
