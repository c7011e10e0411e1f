package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.imports.format.AnnualReport;
import dev.triad.cli.imports.format.AzureLlm;
import dev.triad.cli.imports.format.Focus;
import dev.triad.cli.imports.format.OnlineRetail;
import dev.triad.cli.imports.format.ReportChoice;
import dev.triad.cli.imports.format.Settings;
import dev.triad.cli.imports.format.Slurp;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostIncurred;
import dev.triad.events.GroupDeclared;
import dev.triad.events.OrderRequested;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.UsageRecorded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real files, to the last penny. Each test is skipped by name where its file is not there. */
class RealDataTest {
    private static final String RETAIL = "store/online_retail_2010-12_2011-08.csv.gz";
    private static final String BILL = "cloud/focus_1.0_sample.csv";
    private static final String TRACE = "cloud/AzureLLMInferenceTrace_conv.csv.gz";
    private static final String REPORT = "figures/amazon_segments.csv";
    private static final String VOICE = "device/slurp_interactions.csv";

    @Test
    void onlineRetailIsImportedToThePenny() throws IOException {
        Path file = Imported.real(RETAIL);

        Imported imported = Imported.of(file, new OnlineRetail(Imported.settings(FormatName.ONLINE_RETAIL)));

        assertThat(imported.result().rejects().count()).isZero();
        assertSales(imported);
        assertReturns(imported);
        assertThat(sum(imported.delivery().data(CostIncurred.class).stream()
                        .map(CostIncurred::amount)
                        .toList()))
                .isEqualByComparingTo("164674.94");
        assertClassesSumToTheFile(imported, file);
    }

    @Test
    void focusIsImportedToTheLastDecimal() {
        Imported imported = Imported.of(Imported.real(BILL), new Focus(Imported.settings(FormatName.FOCUS)));

        List<UsageRecorded> usages = imported.delivery().data(UsageRecorded.class);
        assertThat(usages).hasSize(1_000);
        assertThat(billed(usages)).isEqualByComparingTo("20.52022672899");
        assertThat(usages)
                .filteredOn(usage ->
                        usage.charge() != null && usage.charge().billed().signum() < 0)
                .hasSize(13);
        assertThat(usages)
                .filteredOn(usage -> usage.labels().containsKey("tag.business_unit"))
                .hasSize(660);
        assertThat(imported.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
        assertThat(imported.result().rejects().count()).isZero();
    }

    @Test
    void focusAsOnesOwnBillLeavesTheCloudEven() {
        Settings plain = Imported.settings(FormatName.FOCUS);
        Settings own = new Settings(plain.source(), plain.asset(), false, null, "business_unit", true, null);

        MemoryDelivery delivery =
                Imported.of(Imported.real(BILL), new Focus(own)).delivery();

        assertThat(billed(delivery.data(UsageRecorded.class))).isEqualByComparingTo("20.52022672899");
        assertThat(sum(delivery.data(CostIncurred.class).stream()
                        .map(CostIncurred::amount)
                        .toList()))
                .isEqualByComparingTo("20.52022672899");
        assertThat(delivery.data(GroupDeclared.class))
                .allSatisfy(group -> assertThat(group.units()).hasSizeLessThanOrEqualTo(GroupDeclared.UNITS_MAX));
    }

    @Test
    void theLanguageModelTraceIsImportedToTheLastToken() {
        Imported imported = Imported.of(Imported.real(TRACE), new AzureLlm(Imported.settings(FormatName.AZURE_LLM)));

        List<UsageRecorded> usages = imported.delivery().data(UsageRecorded.class);
        assertThat(usages).hasSize(19_366);
        assertThat(sum(usages.stream().map(UsageRecorded::quantity).toList())).isEqualByComparingTo("26450535");
        assertThat(imported.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void everyVoiceCommandIsImportedAndEveryOrderRequested() {
        Imported imported = Imported.of(Imported.real(VOICE), new Slurp(Imported.settings(FormatName.SLURP)));

        assertThat(imported.delivery().events(UsageRecorded.class)).hasSize(12_538);
        assertThat(imported.delivery().events(OrderRequested.class)).hasSize(103);
        assertThat(imported.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    /** Against the file itself, read by itself: quotes stand only where a source holds a comma. */
    @Test
    void everyPublishedSegmentYearOfAmazonComesToItsOperatingIncome() throws IOException {
        Path file = Imported.real(REPORT);

        Imported imported = Imported.of(
                file, new AnnualReport(Imported.settings(FormatName.ANNUAL_REPORT), ReportChoice.PUBLISHED));

        Map<String, BigDecimal> published = new HashMap<>();
        BigDecimal sales = BigDecimal.ZERO;
        List<String> rows = Files.readAllLines(file);
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split(",", 6);
            sales = sales.add(new BigDecimal(fields[2]));
            if (!fields[5].contains("unsourced") && !fields[4].contains("derived")) {
                published.put(fields[0] + " " + fields[1], new BigDecimal(fields[3]).movePointRight(6));
            }
        }
        assertThat(published).isNotEmpty();
        assertThat(imported.rejects()).isEmpty();
        assertThat(operatingIncome(imported)).isEqualTo(published);
        assertThat(imported.result().classes().all().lines()).isEqualTo(rows.size() - 1);
        assertThat(imported.result().classes().all().amount()).isEqualByComparingTo(sales.movePointRight(6));
    }

    @ParameterizedTest
    @CsvSource({"alphabet_segments.csv,9", "microsoft_intelligent_cloud.csv,7", "ebay.csv,2"})
    void theOtherCompaniesReportsAreReadToTheirLastRow(String name, int years) throws IOException {
        Path file = Imported.real("figures/" + name);

        Imported imported = Imported.of(
                file, new AnnualReport(Imported.settings(FormatName.ANNUAL_REPORT), ReportChoice.PUBLISHED));

        assertThat(imported.rejects()).isEmpty();
        assertThat(imported.delivery().events(SaleRecorded.class)).hasSize(years);
        assertThat(imported.delivery().events(CostIncurred.class)).hasSize(years);
        assertThat(imported.delivery().events())
                .extracting(CloudEvent::subject)
                .noneMatch(subject -> subject.toLowerCase(Locale.ROOT).contains("unsourced"));
        assertThat(imported.result().classes().all().lines())
                .isEqualTo(Files.readAllLines(file).size() - 1);
    }

    /** What sale and cost of each year leave, by year and segment as the file names it. */
    private static Map<String, BigDecimal> operatingIncome(Imported imported) {
        Map<String, String> segments =
                Map.of("north-america", "NorthAmerica", "international", "International", "aws", "AWS");
        Map<String, BigDecimal> income = new HashMap<>();
        for (CloudEvent event : imported.delivery().events()) {
            String year = event.time().toString().substring(0, 4) + " "
                    + segments.get(event.source().unit());
            switch (event.data()) {
                case SaleRecorded sale ->
                    income.merge(year, sale.lines().getFirst().unitPrice(), BigDecimal::add);
                case CostIncurred cost -> income.merge(year, cost.amount().negate(), BigDecimal::add);
                default -> assertThat(event.data()).isInstanceOf(GroupDeclared.class);
            }
        }
        return income;
    }

    private static void assertSales(Imported imported) {
        List<SaleRecorded> sales = imported.delivery().data(SaleRecorded.class);
        assertThat(sales).hasSize(12_383);
        assertThat(sum(sales.stream()
                        .flatMap(sale -> sale.lines().stream())
                        .map(line -> line.unitPrice().multiply(line.quantity()))
                        .toList()))
                .isEqualByComparingTo("6060667.08");
        assertThat(imported.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    /** Returns add up to the file's, and take from no sale more than it sold or at a higher price. */
    private static void assertReturns(Imported imported) {
        List<SaleReturned> returns = imported.delivery().data(SaleReturned.class);
        BigDecimal total = sum(returns.stream()
                .flatMap(returned -> returned.lines().stream())
                .map(RealDataTest::refund)
                .toList());
        assertThat(total).isEqualByComparingTo("218550.04");
        assertThat(imported.note("returns matched to their sale")
                        .amount()
                        .add(imported.note("returns without a sale in the file").amount()))
                .isEqualByComparingTo("-218550.04");

        Map<UUID, CloudEvent> sales = new HashMap<>();
        imported.delivery().events(SaleRecorded.class).forEach(sale -> sales.put(sale.id(), sale));
        Map<String, BigDecimal> back = new HashMap<>();
        for (CloudEvent event : imported.delivery().events(SaleReturned.class)) {
            SaleReturned returned = (SaleReturned) event.data();
            CloudEvent sale = sales.get(returned.sale());
            if (sale == null) {
                assertThat(returned.sale()).isNull();
                continue;
            }
            assertThat(sale.time()).isBeforeOrEqualTo(event.time());
            for (ReturnLine line : returned.lines()) {
                int number = line.line() == null ? 0 : line.line();
                var sold = ((SaleRecorded) sale.data()).lines().get(number - 1);
                assertThat(sold.sku()).isEqualTo(line.sku());
                assertThat(line.unitPrice()).isLessThanOrEqualTo(sold.unitPrice());
                assertThat(back.merge(sale.id() + ":" + number, line.quantity(), BigDecimal::add))
                        .isLessThanOrEqualTo(sold.quantity());
            }
        }
    }

    private static BigDecimal refund(ReturnLine line) {
        return line.unitPrice() == null ? BigDecimal.ZERO : line.unitPrice().multiply(line.quantity());
    }

    /** Adds up the file on its own, without the import's reader: no field but the description holds a comma. */
    private static void assertClassesSumToTheFile(Imported imported, Path file) throws IOException {
        long lines = 0;
        BigDecimal money = BigDecimal.ZERO;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                int end = fields.length;
                lines++;
                money = money.add(new BigDecimal(fields[end - 5]).multiply(new BigDecimal(fields[end - 3])));
            }
        }
        assertThat(lines).isEqualTo(320_705);
        assertThat(imported.result().classes().all().lines()).isEqualTo(lines);
        assertThat(imported.result().classes().all().amount()).isEqualByComparingTo(money);
    }

    private static BigDecimal billed(List<UsageRecorded> usages) {
        return sum(usages.stream()
                .map(usage -> usage.charge() == null
                        ? BigDecimal.ZERO
                        : usage.charge().billed())
                .toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
