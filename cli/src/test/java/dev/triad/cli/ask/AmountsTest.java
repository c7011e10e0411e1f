package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "999|999",
                "1000|1,000",
                "-1000000.5|-1,000,000.5",
                "123456.789012345|123,456.789012345",
                "12345678901234567890.000000001|12,345,678,901,234,567,890.000000001",
                "n/a|n/a",
                "1e9|1e9"
            })
    void areGroupedByThousandsWithEveryDigitKept(String plain, String grouped) {
        assertThat(Amounts.grouped(plain)).isEqualTo(grouped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"76.940000000|76.94", "-5.000000000|-5.00", "0.857068560|0.85706856", "1234.5|1,234.5", "7|7"})
    void areBriefWithoutTheZerosThatSayNothing(String plain, String brief) {
        assertThat(Amounts.brief(plain)).isEqualTo(brief);
    }
}
