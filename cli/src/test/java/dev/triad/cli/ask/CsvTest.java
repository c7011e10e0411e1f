package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesWhatHasToBeAndNamesTheAssetInARowOfItsOwn() {
        Sheet sheet = new Sheet(
                "not shown",
                "USD/9",
                List.of(Column.text("what"), Column.amount("amount")),
                List.of(List.of("a \"b\", c", "-1234.500000000"), List.of("line\nbreak", "")));

        assertThat(Csv.of(sheet))
                .isEqualTo(
                        "what,amount,asset\r\n\"a \"\"b\"\", c\",-1234.500000000,USD/9\r\n\"line\nbreak\",,USD/9\r\n");
    }

    @Test
    void hasNoColumnForAnAssetWithoutAmounts() {
        Sheet sheet = new Sheet("", "", List.of(Column.text("book")), List.of(List.of("free-cloud")));

        assertThat(Csv.of(sheet)).isEqualTo("book\r\nfree-cloud\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "=", "-1-2"})
    void guardsWhatASpreadsheetWouldCompute(String cell) {
        assertThat(Csv.guarded(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-12.50", "+3", "0", "a=b", "order-1"})
    void leavesNumbersAndPlainTextAsTheyAre(String cell) {
        assertThat(Csv.guarded(cell)).isEqualTo(cell);
    }
}
