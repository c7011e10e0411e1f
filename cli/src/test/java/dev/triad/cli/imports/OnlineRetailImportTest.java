package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.imports.format.OnlineRetail;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostIncurred;
import dev.triad.events.GroupDeclared;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailImportTest {
    private final Imported imported = Imported.of(
            Imported.excerpt("online-retail.csv"), new OnlineRetail(Imported.settings(FormatName.ONLINE_RETAIL)));

    @Test
    void theGroupIsDeclaredFirstAtTheTimeOfTheFirstInvoice() {
        CloudEvent first = imported.delivery().events().getFirst();

        assertThat(first.time()).isEqualTo("2021-03-01T09:00:00Z");
        assertThat(first.source()).hasToString("/acme/store");
        assertThat(first.data()).isInstanceOfSatisfying(GroupDeclared.class, group -> {
            assertThat(group.asset()).hasToString("GBP/2");
            assertThat(group.units()).extracting("unit").containsExactly("store");
        });
    }

    @Test
    void anInvoiceIsOneSaleEvenWhenItsLinesLieApart() {
        List<CloudEvent> sales = imported.delivery().events(SaleRecorded.class);

        assertThat(sales)
                .extracting(CloudEvent::subject)
                .as("in the order in which the invoices end")
                .containsExactly("700002", "700001", "700003", "700011");
    }

    @Test
    void aSaleHoldsItsGoodsInTheOrderOfTheFileAndNoCost() {
        SaleRecorded sale = (SaleRecorded) event("700001").data();

        assertThat(sale.customer()).isEqualTo("501");
        assertThat(sale.lines()).extracting(SaleLine::sku).containsExactly("10001", "10002B", "10003");
        assertThat(sale.lines()).extracting(SaleLine::unitCost).containsOnlyNulls();
    }

    @Test
    void carriageOnAnInvoiceOfGoodsIsNotSold() {
        SaleRecorded sale = (SaleRecorded) event("700003").data();

        assertThat(sale.customer()).isNull();
        assertThat(sale.lines()).extracting(SaleLine::sku).containsExactly("10001", "10001");
    }

    @Test
    void aReturnTakesFromTheNewestEarlierSaleFirstAndThenFromTheOneBefore() {
        List<SaleReturned> robots = returnsOf("10001").stream()
                .filter(returned -> returned.sale() != null)
                .toList();

        assertThat(robots).hasSize(2);
        assertThat(robots.get(0).sale()).isEqualTo(event("700002").id());
        assertThat(robots.get(0).lines()).containsExactly(line(1, "10001", "6", "2.40"));
        assertThat(robots.get(1).sale()).isEqualTo(event("700001").id());
        assertThat(robots.get(1).lines())
                .containsExactly(line(1, "10001", "2", "2.40"), line(2, "10002B", "4", "1.25"));
    }

    @Test
    void whatNoSaleAccountsForIsReturnedWithoutOne() {
        List<ReturnLine> unmatched = imported.delivery().data(SaleReturned.class).stream()
                .filter(returned -> returned.sale() == null)
                .flatMap(returned -> returned.lines().stream())
                .toList();

        assertThat(unmatched)
                .containsExactly(
                        new ReturnLine(null, "10002B", new BigDecimal("1"), new BigDecimal("1.25")),
                        new ReturnLine(null, "10001", new BigDecimal("1"), new BigDecimal("2.60")));
        assertThat(imported.note("returns without a sale in the file").amount()).isEqualByComparingTo("-3.85");
        assertThat(imported.note("returns matched to their sale").amount()).isEqualByComparingTo("-24.20");
    }

    @Test
    void aReturnGoesToThePartitionOfItsSale() {
        assertThat(imported.delivery().events(SaleReturned.class))
                .extracting(CloudEvent::key)
                .containsExactly("700002", "700001", "C700004", "C700005");
    }

    @Test
    void aMarketplaceFeeIsAVariableCostOfItsDay() {
        List<CostIncurred> fees = imported.delivery().data(CostIncurred.class);

        assertThat(fees)
                .extracting(CostIncurred::amount)
                .containsExactly(new BigDecimal("120.10"), new BigDecimal("30.00"));
        assertThat(fees.getFirst().pool()).isEqualTo("marketplace-fees");
        assertThat(fees.getFirst().users()).containsExactly("store");
        assertThat(fees.getFirst().period().from()).isEqualTo(Instant.parse("2021-03-04T00:00:00Z"));
        assertThat(fees.getFirst().period().to()).isEqualTo(Instant.parse("2021-03-05T00:00:00Z"));
    }

    @Test
    void everyLineIsOfOneClassAndTheClassesSumToTheFile() {
        assertThat(imported.result().classes().all().lines()).isEqualTo(21);
        assertThat(imported.total("sale").lines()).isEqualTo(7);
        assertThat(imported.total("sale").amount()).isEqualByComparingTo("61.85");
        assertThat(imported.total("return").amount()).isEqualByComparingTo("-28.05");
        assertThat(imported.total("marketplace fee (AMAZONFEE)").amount()).isEqualByComparingTo("-150.10");
        assertThat(imported.total("marketplace fee reversed").amount()).isEqualByComparingTo("30");
        assertThat(imported.total("carriage (POST, DOT, C2)").lines()).isEqualTo(1);
        assertThat(imported.total("discount (D)").lines()).isEqualTo(1);
        assertThat(imported.total("stock adjustment").lines()).isEqualTo(1);
        assertThat(imported.total("goods at no price").lines()).isEqualTo(1);
        assertThat(imported.total("gift vouchers").lines()).isEqualTo(1);
        assertThat(imported.total("other stock code").lines()).isEqualTo(1);
        assertThat(imported.total("bad debt (A…, B)").amount()).isEqualByComparingTo("-77.70");
        assertThat(imported.total("manual (M)").lines()).isEqualTo(1);
        assertThat(imported.rejects()).isEmpty();
    }

    @Test
    void importingAgainGivesTheSameEventsUnderTheSameIds() {
        Imported again = Imported.of(
                Imported.excerpt("online-retail.csv"), new OnlineRetail(Imported.settings(FormatName.ONLINE_RETAIL)));

        assertThat(again.delivery().events()).isEqualTo(imported.delivery().events());
        assertThat(again.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void anInvoiceWithMoreLinesThanASaleCanHoldIsSeveralSales(@TempDir Path folder) throws IOException {
        StringBuilder content = new StringBuilder("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n");
        content.repeat("800001,10001,1,2021-03-01 09:00:00,0.01,501\n", 4_001);
        content.append("C800002,10001,-4001,2021-03-02 09:00:00,0.01,501\n");
        Path file = Files.writeString(folder.resolve("long.csv"), content);

        Imported long4001 = Imported.of(file, new OnlineRetail(Imported.settings(FormatName.ONLINE_RETAIL)));

        assertThat(long4001.delivery().data(SaleRecorded.class))
                .extracting(sale -> sale.lines().size())
                .containsExactly(2_000, 2_000, 1);
        assertThat(long4001.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
        assertThat(long4001.delivery().data(SaleReturned.class).stream()
                        .mapToInt(returned -> returned.lines().size())
                        .sum())
                .as("of 4,001 sales to one customer, the newest 1,000 are looked through")
                .isEqualTo(1_001);
    }

    private List<SaleReturned> returnsOf(String sku) {
        return imported.delivery().data(SaleReturned.class).stream()
                .filter(returned ->
                        returned.lines().stream().anyMatch(line -> line.sku().equals(sku)))
                .toList();
    }

    private CloudEvent event(String invoice) {
        return imported.delivery().events(SaleRecorded.class).stream()
                .filter(event -> event.subject().equals(invoice))
                .findFirst()
                .orElseThrow();
    }

    private static ReturnLine line(int line, String sku, String quantity, String price) {
        return new ReturnLine(line, sku, new BigDecimal(quantity), new BigDecimal(price));
    }
}
