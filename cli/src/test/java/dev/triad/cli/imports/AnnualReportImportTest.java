package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.triad.cli.CommandException;
import dev.triad.cli.imports.format.AnnualReport;
import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.cli.imports.format.ReportChoice;
import dev.triad.cli.imports.format.Settings;
import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualReportImportTest {
    private static final String SEGMENTS = "annual-report.csv";
    private static final ReportChoice ALL = new ReportChoice(true, null);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void aSegmentsYearIsASaleAndACostThatLeaveItsOperatingIncome() {
        Imported imported = imported(SEGMENTS);

        assertThat(years(imported, "acme"))
                .containsExactlyInAnyOrder(
                        "2018 north-lands 900000000 - 810000000 = 90000000",
                        "2019 north-lands 1000000000 - 960000000 = 40000000",
                        "2019 overseas 500500000 - 564750000 = -64250000",
                        "2019 hws 81000000 - 60000000 = 21000000");
        assertThat(imported.rejects()).isEmpty();
    }

    @Test
    void theSaleIsAServiceAndTheCostTheUnitsOwnOfTheFiscalYear() {
        Imported imported = imported(SEGMENTS);

        SaleRecorded sale = imported.delivery().data(SaleRecorded.class).getFirst();
        assertThat(sale.channel()).isEqualTo("annual-report");
        assertThat(sale.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(LineKind.SERVICE);
            assertThat(line.sku()).isEqualTo("revenue of fiscal year 2018");
            assertThat(line.unitCost()).isNull();
        });
        CostIncurred cost = imported.delivery().data(CostIncurred.class).getFirst();
        assertThat(cost.unit()).isEqualTo("north-lands");
        assertThat(cost.pool()).isEqualTo("segment-operating-expenses");
        assertThat(cost.users()).containsExactly("north-lands");
        assertThat(cost.period().from()).isEqualTo("2018-01-01T00:00:00Z");
        assertThat(cost.period().to()).isEqualTo("2019-01-01T00:00:00Z");
    }

    @Test
    void everyEventIsDatedAtTheEndOfTheYearAndSaysItsSourceAndBasis() {
        assertThat(figures(imported(SEGMENTS), "north-lands"))
                .extracting(CloudEvent::time, CloudEvent::subject)
                .containsOnly(
                        tuple(
                                Instant.parse("2018-12-31T23:59:59Z"),
                                "https://filings.example.org/2018/r1.htm (ex stock-based comp)"),
                        tuple(
                                Instant.parse("2019-12-31T23:59:59Z"),
                                "https://filings.example.org/2020/r7.htm (GAAP incl SBC)"));
    }

    @Test
    void aUnitIsDeclaredForEverySegmentThatIsPosted() {
        List<CloudEvent> declarations = imported(SEGMENTS).delivery().events(GroupDeclared.class);

        assertThat(declarations).singleElement().satisfies(event -> {
            assertThat(event.time()).isEqualTo("2018-12-31T23:59:59Z");
            GroupDeclared group = (GroupDeclared) event.data();
            assertThat(group.asset()).isEqualTo(Asset.parse("USD/2"));
            assertThat(group.units())
                    .extracting(DeclaredUnit::unit, DeclaredUnit::name)
                    .containsExactly(
                            tuple("hws", "HWS"), tuple("north-lands", "North Lands"), tuple("overseas", "Overseas"));
        });
    }

    @Test
    void everyRowIsOfOneClassAndTheClassesSumToTheFile() {
        Imported imported = imported(SEGMENTS);

        assertThat(classes(imported))
                .containsExactly(
                        "published segment figures: 4, 2481500000, sale, and cost in pool segment-operating-expenses",
                        "superseded: 2, 1080000000, not posted",
                        "unsourced: 2, 720000000, not posted",
                        "derived: 1, 200000000, not posted");
        assertThat(imported.result().classes().all().lines()).isEqualTo(9);
        assertThat(imported.result().classes().all().amount()).isEqualByComparingTo("4481500000");
    }

    @Test
    void whatIsNotPostedIsNamedByYearSegmentAndLine() {
        assertThat(notes(imported(SEGMENTS)))
                .containsExactly(
                        "derived, not posted: 2021 hws (line 10, GAAP incl SBC; rounded/derived)",
                        "operating income in acme",
                        "revenue in acme on basis GAAP incl SBC",
                        "revenue in acme on basis ex stock-based comp",
                        "superseded, not posted: 2019 hws (line 6, GAAP incl SBC)",
                        "superseded, not posted: 2019 north-lands (line 3, ex stock-based comp)",
                        "unsourced, not posted: 2020 hws (line 8, GAAP incl SBC)",
                        "unsourced, not posted: 2020 overseas (line 9, GAAP incl SBC)");
        assertThat(imported(SEGMENTS).note("operating income in acme").amount()).isEqualByComparingTo("86750000");
    }

    @Test
    void whatNobodyPublishedGoesIntoAGroupOfItsOwnWhenItIsAskedFor() {
        Imported imported = imported(SEGMENTS, ALL);

        assertThat(years(imported, "acme")).isEqualTo(years(imported(SEGMENTS), "acme"));
        assertThat(years(imported, "acme-unsourced"))
                .containsExactlyInAnyOrder(
                        "2020 hws 120000000 - 85000000 = 35000000",
                        "2020 overseas 600000000 - 590000000 = 10000000",
                        "2021 hws 200000000 - 130000000 = 70000000");
        assertThat(imported.delivery().data(GroupDeclared.class))
                .extracting(GroupDeclared::name)
                .containsExactly("acme", "acme-unsourced");
        assertThat(notes(imported)).contains("unsourced, into acme-unsourced: 2020 overseas (line 9, GAAP incl SBC)");
    }

    @Test
    void aRowWithoutASourceIsUnsourced() {
        assertThat(imported(SEGMENTS, ALL).delivery().events())
                .filteredOn(event -> event.source().equals(new Source("acme-unsourced", "overseas")))
                .filteredOn(event -> event.data() instanceof SaleRecorded)
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo("unsourced (GAAP incl SBC)"));
    }

    @Test
    void aPublishedFigureStandsBeforeAnUnpublishedOneOfItsYearWhereverItIs() throws IOException {
        Path file = file(
                "2020,HWS,120,35,GAAP incl SBC,https://filings.example.org/2021",
                "2020,HWS,999,99,GAAP incl SBC,Unsourced (from memory)");

        Imported imported = Imported.of(file, new AnnualReport(settings(), ALL));

        assertThat(years(imported, "acme")).containsExactly("2020 hws 120000000 - 85000000 = 35000000");
        assertThat(years(imported, "acme-unsourced")).isEmpty();
        assertThat(imported.total("superseded").lines()).isEqualTo(1);
    }

    @Test
    void aBasisCanBeChosen() {
        Imported imported = imported(SEGMENTS, new ReportChoice(false, "EX stock-based comp"));

        assertThat(years(imported, "acme"))
                .containsExactlyInAnyOrder(
                        "2018 north-lands 900000000 - 810000000 = 90000000",
                        "2019 north-lands 1000000000 - 950000000 = 50000000");
        assertThat(imported.total("on another basis").lines()).isEqualTo(7);
        assertThat(notes(imported)).contains("on another basis, not posted: 2019 overseas (line 5, GAAP incl SBC)");
    }

    @Test
    void aBasisThatTheFileDoesNotHaveIsSaid() {
        assertThatThrownBy(() -> imported(SEGMENTS, new ReportChoice(false, "IFRS")))
                .isInstanceOf(CommandException.class)
                .hasMessage("no figure of the file is on the basis \"IFRS\"; it has: GAAP incl SBC,"
                        + " GAAP incl SBC; rounded/derived, ex stock-based comp");
        assertThatThrownBy(() -> imported("annual-report-june.csv", new ReportChoice(false, "IFRS")))
                .hasMessage("the file has no column basis, by which --basis chooses");
    }

    @Test
    void segmentsWithoutABasisAreReadTheSameWay() {
        Imported imported = imported("annual-report-services.csv");

        assertThat(years(imported, "acme")).containsExactly("2020 quux-cloud 130000000 - 186000000 = -56000000");
        assertThat(imported.total("unsourced").amount()).isEqualByComparingTo("1686000000");
        assertThat(figures(imported, "quux-cloud"))
                .extracting(CloudEvent::subject)
                .containsOnly("https://filings.example.org/quux (FY2020)");
    }

    @Test
    void aYearThatEndsInJuneIsDatedThere() {
        Imported imported = imported("annual-report-june.csv");

        assertThat(figures(imported, "intelligent-cloud"))
                .extracting(CloudEvent::time)
                .containsOnly(Instant.parse("2019-06-30T23:59:59Z"));
        CostIncurred cost = imported.delivery().data(CostIncurred.class).getFirst();
        assertThat(cost.amount()).isEqualByComparingTo("250000000");
        assertThat(cost.period().from()).isEqualTo("2018-07-01T00:00:00Z");
        assertThat(cost.period().to()).isEqualTo("2019-07-01T00:00:00Z");
    }

    @Test
    void metricsBecomeAYearOnlyWhereRevenueAndOperatingIncomeAreBothThere() {
        Imported imported = imported("annual-report-metrics.csv");

        assertThat(years(imported, "acme")).containsExactly("2023 company 1011000000 - 817000000 = 194000000");
        assertThat(figures(imported, "company"))
                .extracting(CloudEvent::subject)
                .containsExactly("https://facts.example.org/revenue", "https://facts.example.org/income");
        assertThat(classes(imported))
                .containsExactly(
                        "published revenue: 1, 1011000000, sale",
                        "published operating income: 1, 194000000, cost in pool segment-operating-expenses",
                        "not a segment figure: 4, 9654000000, not posted",
                        "revenue alone: 1, 1074000000, not posted",
                        "operating income alone: 1, 200000000, not posted");
        assertThat(imported.rejects()).isEmpty();
    }

    @Test
    void aYearThatRestsOnOneUnsourcedMetricIsUnsourced() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.csv"), """
                fy,metric,value,unit,source
                2023,revenue,1.011,usd_bn,https://facts.example.org/revenue
                2023,operating_income,194,usd_m,unsourced
                """);

        assertThat(years(Imported.of(file, new AnnualReport(settings(), ReportChoice.PUBLISHED)), "acme"))
                .isEmpty();
        assertThat(years(Imported.of(file, new AnnualReport(settings(), ALL)), "acme-unsourced"))
                .containsExactly("2023 company 1011000000 - 817000000 = 194000000");
    }

    @Test
    void importingAgainGivesTheSameEventsUnderTheSameIds() {
        Imported again = imported(SEGMENTS, ALL);

        assertThat(again.delivery().events())
                .isEqualTo(imported(SEGMENTS, ALL).delivery().events());
        assertThat(again.delivery().events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void aFigureIsTheSameEventHoweverItIsWritten() throws IOException {
        Path plain = file("2019,HWS,81,21,GAAP incl SBC,https://filings.example.org/2020");
        Imported before = Imported.of(plain, new AnnualReport(settings(), ReportChoice.PUBLISHED));
        Path other = file("2019,HWS,81.00,2.1e1,GAAP incl SBC,https://filings.example.org/2020");

        Imported after = Imported.of(other, new AnnualReport(settings(), ReportChoice.PUBLISHED));

        assertThat(after.delivery().events()).isEqualTo(before.delivery().events());
    }

    @Test
    void aCorrectedFigureComesUnderTheIdOfTheOneThatItCorrects() throws IOException {
        Path first = file("2019,HWS,80,20,ex stock-based comp,https://filings.example.org/2019");
        Imported before = Imported.of(first, new AnnualReport(settings(), ReportChoice.PUBLISHED));
        Path second = file("2019,HWS,81,21,GAAP incl SBC,https://filings.example.org/2020");

        Imported after = Imported.of(second, new AnnualReport(settings(), ReportChoice.PUBLISHED));

        assertThat(after.delivery().events())
                .extracting(CloudEvent::id)
                .isEqualTo(
                        before.delivery().events().stream().map(CloudEvent::id).toList());
        assertThat(figures(after, "hws")).doesNotContainAnyElementsOf(figures(before, "hws"));
    }

    @Test
    void aGroupThatIsThereOnlyGainsTheUnitsThatItLacks() {
        KnownGroup known = new KnownGroup(
                Asset.parse("USD/2"), TransferPriceMethod.LIST, Map.of("hws", List.of(), "overseas", List.of()));

        MemoryDelivery delivery = Imported.of(
                        Imported.excerpt(SEGMENTS),
                        new AnnualReport(settings(), ReportChoice.PUBLISHED),
                        new MemoryDelivery(known))
                .delivery();

        assertThat(delivery.data(GroupDeclared.class)).singleElement().satisfies(group -> {
            assertThat(group.transferPrice()).isEqualTo(TransferPriceMethod.LIST);
            assertThat(group.units()).extracting(DeclaredUnit::unit).containsExactly("north-lands");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19,HWS,80,20,GAAP,s|fy is \"19\", which is not a year from 1971 to 2198",
                "2019,HWS,80,n/a,GAAP,s|operating_income_usd_m is \"n/a\", which is not a number",
                "2019,HWS,80,,GAAP,s|operating_income_usd_m is empty",
                "2019,HWS,-80,20,GAAP,s|net_sales_usd_m is negative, and revenue cannot be",
                "2019,HWS,1e11,20,GAAP,s|net_sales_usd_m is beyond what a company can take in",
                "2019,HWS,80.000000001,20,GAAP,s|net_sales_usd_m in dollars 80000000.001 has more decimals",
                "2019,§,80,20,GAAP,s|segment is \"§\", of which no unit's name can be made",
            })
    void aRowThatCannotBeReadIsRejectedByItself(String row, String reason) throws IOException {
        Path file = file(row, "2018,HWS,80,20,GAAP,s");

        Imported imported = Imported.of(file, new AnnualReport(settings(), ReportChoice.PUBLISHED));

        assertThat(imported.rejects()).singleElement().asString().startsWith("report.csv:2: " + reason);
        assertThat(years(imported, "acme")).hasSize(1);
    }

    @Test
    void aSourceThatAnEventCannotCarryIsRejectedRatherThanCut() throws IOException {
        Path file = file("2019,HWS,80,20,GAAP,https://filings.example.org/" + "x".repeat(250), "2018,HWS,80,20,GAAP,s");

        Imported imported = Imported.of(file, new AnnualReport(settings(), ReportChoice.PUBLISHED));

        assertThat(imported.rejects())
                .containsExactly("report.csv:2: source and basis are together longer than 256 characters,"
                        + " which is what an event can carry");
    }

    @Test
    void aFileOfMoreFiguresThanCanBeHeldIsRefused() throws IOException {
        String[] rows = IntStream.range(0, 5_001)
                .mapToObj(i -> "2019,S%d,80,20,GAAP,s".formatted(i))
                .toArray(String[]::new);
        Path file = file(rows);

        assertThatThrownBy(() -> Imported.of(file, new AnnualReport(settings(), ReportChoice.PUBLISHED)))
                .hasMessage("the file holds more than 10,000 figures; split it by year");
    }

    @Test
    void figuresInDollarsNeedAGroupInDollars() {
        Settings euros = Settings.of(new Source("acme", "company"), Asset.parse("EUR/2"));

        assertThatThrownBy(
                        () -> Imported.of(Imported.excerpt(SEGMENTS), new AnnualReport(euros, ReportChoice.PUBLISHED)))
                .hasMessageContaining("the figures are in USD, and the group's asset is EUR/2");
    }

    @Test
    void aFileOfOtherColumnsIsRefusedWithTheColumnsThatAreExpected() {
        assertThatThrownBy(() -> imported("slurp.csv"))
                .isInstanceOf(CommandException.class)
                .hasMessage("the file's first line names the columns of no annual report that is understood; expected:"
                        + " fy,segment,net_sales_usd_m,operating_income_usd_m,basis,source;"
                        + " or fy,segment,revenue_usd_m,operating_income_usd_m,source;"
                        + " or fy_jun,revenue_usd_m,operating_income_usd_m,source;"
                        + " or fy,metric,value,unit,source");
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("report.csv"),
                "fy,segment,net_sales_usd_m,operating_income_usd_m,basis,source\n" + String.join("\n", rows) + "\n");
    }

    private static Imported imported(String excerpt) {
        return imported(excerpt, ReportChoice.PUBLISHED);
    }

    private static Imported imported(String excerpt, ReportChoice choice) {
        return Imported.of(Imported.excerpt(excerpt), new AnnualReport(settings(), choice));
    }

    private static Settings settings() {
        return Imported.settings(FormatName.ANNUAL_REPORT);
    }

    /** Every year of a group's units: revenue, cost, and what they leave. */
    private static List<String> years(Imported imported, String group) {
        return imported.delivery().events(SaleRecorded.class).stream()
                .filter(sale -> sale.source().group().equals(group))
                .map(sale -> {
                    BigDecimal revenue =
                            ((SaleRecorded) sale.data()).lines().getFirst().unitPrice();
                    BigDecimal cost = costBeside(imported, sale);
                    return "%s %s %s - %s = %s"
                            .formatted(
                                    sale.time().toString().substring(0, 4),
                                    sale.source().unit(),
                                    revenue.toPlainString(),
                                    cost.toPlainString(),
                                    revenue.subtract(cost).toPlainString());
                })
                .toList();
    }

    private static BigDecimal costBeside(Imported imported, CloudEvent sale) {
        List<CostIncurred> costs = imported.delivery().events(CostIncurred.class).stream()
                .filter(cost ->
                        cost.source().equals(sale.source()) && cost.time().equals(sale.time()))
                .map(cost -> (CostIncurred) cost.data())
                .toList();
        assertThat(costs).hasSize(1);
        return costs.getFirst().amount();
    }

    private static List<CloudEvent> figures(Imported imported, String unit) {
        return imported.delivery().events().stream()
                .filter(event -> !(event.data() instanceof GroupDeclared))
                .filter(event -> event.source().unit().equals(unit))
                .toList();
    }

    private static List<String> classes(Imported imported) {
        return imported.result().classes().classes().stream()
                .map(total -> "%s: %d, %s, %s"
                        .formatted(
                                total.name(),
                                total.lines(),
                                total.amount().stripTrailingZeros().toPlainString(),
                                total.becomes()))
                .toList();
    }

    private static List<String> notes(Imported imported) {
        return imported.result().classes().notes().stream()
                .map(Classification.Total::name)
                .toList();
    }
}
