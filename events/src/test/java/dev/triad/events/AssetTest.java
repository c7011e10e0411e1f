package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTest {
    private static final Asset CENTS = new Asset("USD", 2);

    @ParameterizedTest
    @ValueSource(strings = {"USD/0", "GBP/2", "USD/9", "USD/12"})
    void anAssetIsReadAsItIsWritten(String text) {
        assertThat(Asset.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "USD", "USD/", "USD/13", "USD/20", "USD/09", "USD/-1", "USD/+9", "usd/9", "US/9", "USDX/9", "USD/٩",
                "ÜSD/9", "USD/9 ", "USD/9\n", "USD/1e"
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> Asset.parse(text))
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.FIELD);
    }

    @ParameterizedTest
    @CsvSource({
        "0.005, 0",
        "0.015, 2",
        "0.025, 2",
        "-0.005, 0",
        "-0.015, -2",
        "0.0050000001, 1",
        "0.0149999999, 1",
        "1, 100"
    })
    void aTieIsRoundedToTheEvenUnit(BigDecimal money, long cents) {
        assertThat(CENTS.amount(money)).isEqualTo(cents);
    }

    @Test
    void thePriceIsMultipliedBeforeItIsRounded() {
        assertThat(CENTS.amount(new BigDecimal("0.004"), new BigDecimal("1000")))
                .isEqualTo(400);
    }

    @Property
    void anAmountIsTheNearestUnit(
            @ForAll @BigRange(min = "-9000", max = "9000") @Scale(18) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(18) BigDecimal quantity,
            @ForAll @IntRange(max = Asset.SCALE_MAX) int scale) {
        // When
        BigDecimal amount = BigDecimal.valueOf(new Asset("USD", scale).amount(price, quantity), scale);

        // Then
        BigDecimal error = amount.subtract(price.multiply(quantity)).abs();
        assertThat(error).isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(scale));
    }

    @Property
    void whatIsFormattedIsReadBack(@ForAll long amount, @ForAll @IntRange(max = Asset.SCALE_MAX) int scale) {
        Asset asset = new Asset("USD", scale);

        assertThat(asset.amount(new BigDecimal(asset.format(amount)))).isEqualTo(amount);
        assertThat(asset.format(BigInteger.valueOf(amount))).isEqualTo(asset.format(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "92233720368547758.07, true",
        "92233720368547758.08, false",
        "-92233720368547758.08, true",
        "1e30, false"
    })
    void whatDoesNotFitIsAnErrorNeverAWrap(BigDecimal money, boolean fits) {
        if (fits) {
            assertThat(CENTS.amount(money)).isEqualTo(money.movePointRight(2).longValueExact());
        } else {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> CENTS.amount(money));
        }
    }

    @Test
    void theLargestNumbersOfTheContractOverflowWithoutHarm() {
        BigDecimal most = new BigDecimal("9".repeat(18) + "." + "9".repeat(18));

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Asset("USD", 12).amount(most, most));
    }
}
