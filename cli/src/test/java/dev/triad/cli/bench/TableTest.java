package dev.triad.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0        | 0.00
                    0.5      | 0.50
                    0.005    | 0.01
                    1.234    | 1.23
                    12.34    | 12.3
                    123.4    | 123
                    1234567  | 1,234,567
                    NaN      | -
                    """)
    void aNumberHasThreeDigitsOrAllBeforeThePoint(double value, String shown) {
        assertThat(Table.number(value)).isEqualTo(shown);
    }
}
