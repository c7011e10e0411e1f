package dev.triad.store.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.Attribution;
import dev.triad.events.InvalidEventException;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.simulation.scenario.BusinessModel;
import dev.triad.simulation.scenario.Calibrated;
import dev.triad.simulation.scenario.CatalogueItem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A kettle of 40.00 and two teas of 5.00, sold in three ways. */
class TillTest {
    private static final List<CatalogueItem> CATALOGUE =
            List.of(item("kettle", "home", "40.00", "30.00"), item("tea", "grocery", "5.00", null));
    private static final Basket BASKET = new Basket(
            "web",
            "customer-1",
            List.of(new BasketLine("kettle", BigDecimal.ONE), new BasketLine("tea", BigDecimal.TWO)),
            List.of());

    @Test
    void aRetailersRevenueIsThePrice() {
        SaleRecorded sale = new Till(new BusinessModel.Retail(CATALOGUE)).sell(BASKET);

        assertThat(sale.lines())
                .containsExactly(
                        line("kettle", "home", LineKind.GOODS, "1", "40.00", "30.00"),
                        line("tea", "grocery", LineKind.GOODS, "2", "5.00", null));
        assertThat(sale.grossMerchandiseValue()).isNull();
        assertThat(sale.customer()).isEqualTo("customer-1");
    }

    @Test
    void aMarketplacesRevenueIsItsShareOfWhatChangesHands() {
        Calibrated takeRate = Calibrated.assumed("0.13", "for the test");

        SaleRecorded sale = new Till(new BusinessModel.Marketplace(CATALOGUE, takeRate)).sell(BASKET);

        assertThat(sale.lines()).extracting(SaleLine::kind).containsOnly(LineKind.FEE);
        assertThat(sale.lines().getFirst().unitPrice()).isEqualByComparingTo("5.20");
        assertThat(sale.lines().getLast().unitPrice()).isEqualByComparingTo("0.65");
        assertThat(sale.grossMerchandiseValue()).isEqualByComparingTo("50.00");
    }

    @Test
    void anAdvertiserPaysByTheClick() {
        SaleRecorded sale = new Till(new BusinessModel.Advertising(CATALOGUE)).sell(BASKET);

        assertThat(sale.lines()).extracting(SaleLine::kind).containsOnly(LineKind.ADVERTISING);
        assertThat(sale.lines().getFirst().unitCost()).isEqualByComparingTo("30.00");
        assertThat(sale.grossMerchandiseValue()).isNull();
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsNamedWithItsLine() {
        Basket basket = new Basket(
                "web",
                null,
                List.of(new BasketLine("tea", BigDecimal.ONE), new BasketLine("gold", BigDecimal.ONE)),
                List.of());

        assertThatThrownBy(() -> new Till(new BusinessModel.Retail(CATALOGUE)).sell(basket))
                .isInstanceOfSatisfying(UnknownSkuException.class, unknown -> {
                    assertThat(unknown.sku()).isEqualTo("gold");
                    assertThat(unknown.line()).isEqualTo(2);
                });
    }

    @Test
    void attributionIsKeptAndNeverExceedsOne() {
        Attribution most = new Attribution("device", "echo-dot", "2026-w01", new BigDecimal("0.6"));
        Till till = new Till(new BusinessModel.Retail(CATALOGUE));

        assertThat(till.sell(new Basket("voice", null, BASKET.lines(), List.of(most)))
                        .attribution())
                .containsExactly(most);
        assertThatThrownBy(() -> till.sell(new Basket("voice", null, BASKET.lines(), List.of(most, most))))
                .isInstanceOf(InvalidEventException.class);
    }

    private static CatalogueItem item(String sku, String category, String price, @Nullable String cost) {
        return new CatalogueItem(
                sku,
                category,
                sku,
                Calibrated.assumed(price, "for the test"),
                cost == null ? null : Calibrated.assumed(cost, "for the test"),
                1);
    }

    private static SaleLine line(
            String sku, String category, LineKind kind, String quantity, String price, @Nullable String cost) {
        return new SaleLine(
                sku,
                category,
                kind,
                new BigDecimal(quantity),
                new BigDecimal(price),
                cost == null ? null : new BigDecimal(cost));
    }
}
