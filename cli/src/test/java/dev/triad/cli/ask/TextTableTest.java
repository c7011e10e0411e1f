package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("account"), Column.amount("balance"), Column.number("postings"));

    @Test
    void alignsNumbersToTheRightUnderAHeadingThatNamesTheCurrency() {
        Sheet sheet = new Sheet(
                "Accounts of acme",
                "EUR/4",
                COLUMNS,
                List.of(List.of("shop:assets:cash", "1234.5000", "12"), List.of("é:x", "-9.0000", "1000")));

        assertThat(String.join("\n", TextTable.of(sheet))).isEqualTo("""
                Accounts of acme
                account           balance EUR  postings
                ----------------  -----------  --------
                shop:assets:cash   1,234.5000        12
                é:x                   -9.0000     1,000""");
    }

    @Test
    void saysWhereThereIsNothing() {
        assertThat(TextTable.of(new Sheet("Books", "", COLUMNS, List.of()))).containsExactly("Books", "(none)");
    }

    @Test
    void obeysNothingThatACellSays() {
        String bell = Character.toString(7);

        assertThat(TextTable.of(new Sheet("x" + bell, "", COLUMNS, List.of(List.of("a" + bell + "\nb", bell, "1")))))
                .allSatisfy(line -> assertThat(line).matches("\\p{Print}*"))
                .last()
                .asString()
                .startsWith("a\\u0007\\u000ab");
    }
}
