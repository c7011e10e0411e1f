package dev.triad.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeancountFormatTest {
    @ParameterizedTest
    @CsvSource({
        "store:assets:cash, Assets:Store:Cash",
        "cloud:expenses:cost-pool:compute-capacity:fixed:store, Expenses:Cloud:Cost-pool:Compute-capacity:Fixed:Store",
        "device:memo:imputed-subsidy:scale, Equity:Memo:Device:Imputed-subsidy:Scale",
        "cloud:assets:receivables:a.b, Assets:Cloud:Receivables:A-Dot-b",
        "cloud:assets:receivables:a_b, Assets:Cloud:Receivables:A-Low-b",
        "cloud:assets:receivables:a-b, Assets:Cloud:Receivables:A-b",
        "cloud:assets:receivables:9lives, Assets:Cloud:Receivables:9lives"
    })
    void namesNoTwoAccountsAlike(String account, String name) {
        assertThat(BeancountFormat.name(account)).isEqualTo(name);
    }
}
