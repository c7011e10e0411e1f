package dev.triad.ledger.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FundingMatrixTest {
    @Test
    void bothDirectionsOfAPairAreNetted() {
        // Given
        List<SubsidyFlow> flows = List.of(
                flow("cloud", "device", "transfer-price", 70),
                flow("device", "cloud", "storefront", 30),
                flow("cloud", "device", "storefront", 5),
                flow("store", "device", "storefront", 12));

        // When
        FundingMatrix matrix = FundingMatrix.of(flows);

        // Then
        assertThat(matrix.gross())
                .contains(new FundingMatrix.Gross(
                        "cloud",
                        "device",
                        BigInteger.valueOf(75),
                        Map.of("transfer-price", BigInteger.valueOf(70), "storefront", BigInteger.valueOf(5)),
                        List.of("account")));
        assertThat(matrix.net())
                .containsExactlyInAnyOrder(
                        new FundingMatrix.Net("cloud", "device", BigInteger.valueOf(45)),
                        new FundingMatrix.Net("store", "device", BigInteger.valueOf(12)));
    }

    @Test
    void aRecipientThatPaysAboveTheReferencePriceFundsTheOther() {
        assertThat(FundingMatrix.of(List.of(flow("cloud", "store", "transfer-price", -8)))
                        .net())
                .containsExactly(new FundingMatrix.Net("store", "cloud", BigInteger.valueOf(8)));
    }

    @Test
    void onlyTheGrantingSideOfAMemoPairIsAFlow() {
        assertThat(SubsidyFlow.ofAccount(
                        "cloud:memo:imputed-subsidy:transfer-price:granted:store", BigInteger.valueOf(-3)))
                .contains(new SubsidyFlow(
                        "cloud",
                        "store",
                        "transfer-price",
                        BigInteger.valueOf(3),
                        List.of("cloud:memo:imputed-subsidy:transfer-price:granted:store")));
        assertThat(SubsidyFlow.ofAccount(
                        "store:memo:imputed-subsidy:transfer-price:received:cloud", BigInteger.valueOf(3)))
                .isEmpty();
        assertThat(SubsidyFlow.ofAccount("store:assets:cash", BigInteger.ONE)).isEmpty();
    }

    private static SubsidyFlow flow(String grantor, String recipient, String mechanism, long amount) {
        return new SubsidyFlow(grantor, recipient, mechanism, BigInteger.valueOf(amount), List.of("account"));
    }
}
