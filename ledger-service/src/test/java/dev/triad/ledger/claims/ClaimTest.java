package dev.triad.ledger.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Asset;
import dev.triad.ledger.account.Turnover;
import dev.triad.ledger.claims.Outcome.Verdict;
import dev.triad.ledger.cohort.CohortBook;
import dev.triad.ledger.provision.CapacityUse;
import dev.triad.ledger.provision.ExampleBooks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verdicts follow the accounts, whichever way they fall. */
class ClaimTest {
    private static final Instant WEEK = Instant.parse("2026-01-12T00:00:00Z");
    private static final Asset CENTS = Asset.parse("USD/2");

    private final Map<String, BigInteger> balances = ExampleBooks.balances();
    private final List<CohortBook.Movement> movements = new ArrayList<>();
    private final List<CapacityUse.Movement> used = new ArrayList<>();
    private List<String> units = List.of("cloud", "device", "store");

    @BeforeEach
    void useTheCloud() {
        // The store's peak is the second of three days, of which the last may not be over; there is room for half as
        // much again.
        used("cloud:revenue:external:compute", 29, 20, 27);
        used("cloud:revenue:intersegment:store:compute", 4, 8, 1);
        used("cloud:memo:imputed-subsidy:transfer-price:granted:store", 6, 12, 2);
        used("cloud:revenue:intersegment:device:voice", 11, 0, 0);
    }

    @Test
    void infrastructureIsFreeWhenTheStoreBearsNextToNothingOfIt() {
        assertThat(verdict(Claim.FREE_INFRASTRUCTURE)).isEqualTo(Verdict.FAILS);

        charge("store", 1);
        assertThat(verdict(Claim.FREE_INFRASTRUCTURE)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void theCloudIsCheaperWhenOthersBringTheVolume() {
        assertThat(verdict(Claim.CHEAPER_CLOUD)).isEqualTo(Verdict.HOLDS);

        put("cloud:expenses:cost-pool:centres:variable:external", 0);
        put("cloud:expenses:cost-pool:centres:variable:device", 0);
        put("cloud:expenses:cost-pool:centres:fixed:device:external:store", 0);
        put("cloud:expenses:cost-pool:centres:fixed:store", 60);
        put("cloud:expenses:cost-pool:sales-office:fixed:external", 1);
        assertThat(verdict(Claim.CHEAPER_CLOUD)).isEqualTo(Verdict.FAILS);
    }

    @Test
    void theCloudIsMoreRobustWhenItLeavesTheStoreRoomAtItsPeak() {
        // Given: what others' volume saves does not change
        String saved = value(Claim.CHEAPER_CLOUD);
        assertThat(verdict(Claim.CHEAPER_CLOUD)).isEqualTo(Verdict.HOLDS);
        assertThat(figures(Claim.CHEAPER_CLOUD))
                .containsEntry("headRoom", "1.5")
                .containsEntry("storesPeak", "2026-01-13")
                .containsEntry("storesUseAtItsPeak", "0.20")
                .containsEntry("othersUseAtTheStoresPeak", "0.20")
                .containsEntry("greatestUseUntilThen", "0.50");

        // When: the store's peak is everybody's
        used("cloud:revenue:external:compute", 0, 10, 0);

        // Then
        assertThat(value(Claim.CHEAPER_CLOUD)).isEqualTo(saved);
        assertThat(verdict(Claim.CHEAPER_CLOUD)).isEqualTo(Verdict.FAILS);
        assertThat(outcome(Claim.CHEAPER_CLOUD).why()).isEqualTo("The head-room, 1, is not above 1.");
    }

    @Test
    void whetherTheCloudIsMoreRobustIsUndecidedUntilADayIsOver() {
        used.clear();

        assertThat(verdict(Claim.CHEAPER_CLOUD)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aMarketplaceFundsItsBackendWhenFeesCoverItAndNobodyElsePays() {
        assertThat(verdict(Claim.BACKEND_BY_TAKE_RATE)).isEqualTo(Verdict.NOT_APPLICABLE);

        // Given: a marketplace with a backend of its own
        balances.clear();
        units = List.of("marketplace", "backend");
        put("marketplace:revenue:external:fee", -100);
        put("backend:expenses:cost-pool:servers:fixed:marketplace", 40);
        put("marketplace:expenses:intersegment:backend:compute", 44);
        assertThat(value(Claim.BACKEND_BY_TAKE_RATE)).isEqualTo("0.4");
        assertThat(verdict(Claim.BACKEND_BY_TAKE_RATE)).isEqualTo(Verdict.HOLDS);

        put("marketplace:revenue:external:fee", -30);
        assertThat(verdict(Claim.BACKEND_BY_TAKE_RATE)).isEqualTo(Verdict.FAILS);
    }

    @Test
    void aCloudCompetesAloneWhenOnlyOutsideCustomersPay() {
        assertThat(verdict(Claim.NO_INTERNAL_STORE)).isEqualTo(Verdict.FAILS);

        charge("store", 0);
        charge("device", 0);
        balances.remove("device:expenses:intersegment:cloud:voice:echo:2026-w03");
        assertThat(value(Claim.NO_INTERNAL_STORE)).isEqualTo("1");
        assertThat(verdict(Claim.NO_INTERNAL_STORE)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aBackendIsFundedBySearchWhenAdvertisingPaysForHalfOfIt() {
        assertThat(verdict(Claim.FUNDED_BY_ADVERTISING)).isEqualTo(Verdict.NOT_APPLICABLE);

        put("store:revenue:external:goods", 0);
        put("store:revenue:external:advertising", -500);
        assertThat(verdict(Claim.FUNDED_BY_ADVERTISING)).isEqualTo(Verdict.FAILS);

        charge("store", 46);
        assertThat(verdict(Claim.FUNDED_BY_ADVERTISING)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void devicesPayBackOrNotYetOrNever() {
        assertThat(verdict(Claim.DEVICES_PAY_BACK)).isEqualTo(Verdict.NOT_APPLICABLE);

        // Given
        moved("device:expenses:cost-of-sales:device:echo:2026-w03", 10);
        moved("device:expenses:intersegment:cloud:voice:echo:2026-w03", 4);
        assertThat(verdict(Claim.DEVICES_PAY_BACK)).isEqualTo(Verdict.FAILS);

        moved("device:memo:attributed-contribution:received:store:echo:2026-w03", 8);
        assertThat(verdict(Claim.DEVICES_PAY_BACK)).isEqualTo(Verdict.UNDECIDED);
        assertThat(outcome(Claim.DEVICES_PAY_BACK).why()).contains("after 3 weeks");

        moved("device:memo:attributed-contribution:received:device:echo:2026-w03", 6);
        assertThat(verdict(Claim.DEVICES_PAY_BACK)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void otherMakersDevicesHoldWhenTheyBringMoreThanTheirCloud() {
        moved("device:expenses:intersegment:cloud:voice:speaker:installed-base", 4);
        assertThat(verdict(Claim.THIRD_PARTY_DEVICES)).isEqualTo(Verdict.FAILS);

        moved("device:memo:attributed-contribution:received:store:speaker:installed-base", 5);
        assertThat(verdict(Claim.THIRD_PARTY_DEVICES)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void theTriadHoldsWhenFundingGoesRoundThroughAllThree() {
        // Given: the cloud funds the store and the store the devices, which do not pay what they add to the cloud
        assertThat(verdict(Claim.TRIAD)).isEqualTo(Verdict.FAILS);

        // When: they pay more than that
        charge("device", 12);

        // Then
        assertThat(verdict(Claim.TRIAD)).isEqualTo(Verdict.HOLDS);
        assertThat(((Outcome.Measured) outcome(Claim.TRIAD)).units()).containsEntry("cycle", "cloud > store > device");
    }

    @Test
    void aVerdictSaysOverWhichRangeItStands() {
        // Given: the store pays 13
        Assumptions usual = Assumptions.usual();

        // When
        Sensitivity charges = Sensitivity.of(Claim.FREE_INFRASTRUCTURE, evidence(), usual, Assumption.CHARGES);

        // Then: the verdict is the other one below the edge, and the same above
        assertThat(verdict(Claim.FREE_INFRASTRUCTURE, charges.from().subtract(new BigDecimal("0.001"))))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(Claim.FREE_INFRASTRUCTURE, charges.from().add(new BigDecimal("0.001"))))
                .isEqualTo(Verdict.FAILS);
        assertThat(charges.to()).isEqualByComparingTo("3");
    }

    @Test
    void aMarketCouldDoWithThePartOfItsTakeRateAtWhichFeesCoverTheBackend() {
        // Given: a backend of 40, and fees of 100
        balances.clear();
        units = List.of("marketplace", "backend");
        put("marketplace:revenue:external:fee", -100);
        put("backend:expenses:cost-pool:servers:fixed:marketplace", 40);
        put("marketplace:expenses:intersegment:backend:compute", 44);

        // When
        Sensitivity fees = Sensitivity.of(Claim.BACKEND_BY_TAKE_RATE, evidence(), Assumptions.usual(), Assumption.FEES);

        // Then
        assertThat(fees.from()).isEqualByComparingTo("0.4");
        assertThat(fees.to()).isEqualByComparingTo("3");
    }

    @Test
    void devicesSayHowMuchOfTheirLossAndTheirCloudTheyCouldBear() {
        // Given: they lost 10, cost 4 in the cloud, and brought 16; those of others cost 2 and brought 3
        moved("device:expenses:cost-of-sales:device:echo:2026-w03", 10);
        moved("device:expenses:intersegment:cloud:voice:echo:2026-w03", 4);
        moved("device:memo:attributed-contribution:received:store:echo:2026-w03", 16);
        moved("device:expenses:intersegment:cloud:voice:speaker:installed-base", 2);
        moved("device:memo:attributed-contribution:received:store:speaker:installed-base", 3);

        // Then
        assertThat(edges(Claim.DEVICES_PAY_BACK, Assumption.LOSS)).containsExactly("0", "1.2");
        assertThat(edges(Claim.DEVICES_PAY_BACK, Assumption.CLOUD_COST)).containsExactly("0", "1.5");
        assertThat(edges(Claim.DEVICES_PAY_BACK, Assumption.ATTRIBUTION)).containsExactly("0.875", "3");
        assertThat(edges(Claim.THIRD_PARTY_DEVICES, Assumption.CLOUD_COST)).containsExactly("0", "1.5");
    }

    @Test
    void whatIsNotPaidBackYetStaysSoWhileItBringsMoreThanItsCloudCosts() {
        // Given: they lost 10, cost 4 in the cloud, and brought 8
        moved("device:expenses:cost-of-sales:device:echo:2026-w03", 10);
        moved("device:expenses:intersegment:cloud:voice:echo:2026-w03", 4);
        moved("device:memo:attributed-contribution:received:store:echo:2026-w03", 8);
        assertThat(verdict(Claim.DEVICES_PAY_BACK)).isEqualTo(Verdict.UNDECIDED);

        // Then: below half of the attribution they never will, and from 1.75 times they have
        assertThat(edges(Claim.DEVICES_PAY_BACK, Assumption.ATTRIBUTION)).containsExactly("0.5", "1.75");
        assertThat(edges(Claim.DEVICES_PAY_BACK, Assumption.LOSS)).containsExactly("0.4", "3");
    }

    @Test
    void aVerdictHangsOnNothingButTheAssumptionsThatItsClaimNames() {
        // Given: devices that bring something, a market with a backend, advertising, and a triad
        moved("device:expenses:cost-of-sales:device:echo:2026-w03", 10);
        moved("device:expenses:intersegment:cloud:voice:echo:2026-w03", 4);
        moved("device:memo:attributed-contribution:received:store:echo:2026-w03", 16);
        moved("device:expenses:intersegment:cloud:voice:speaker:installed-base", 2);
        moved("device:memo:attributed-contribution:received:store:speaker:installed-base", 3);
        put("store:revenue:external:fee", -100);
        put("store:revenue:external:advertising", -500);
        charge("device", 13);

        // Then
        for (Claim claim : Claim.values()) {
            for (Assumption assumption : Assumption.values()) {
                assertThat(hangsOn(claim, assumption))
                        .as("%s on %s", claim, assumption)
                        .isEqualTo(claim.assumptions().contains(assumption));
            }
        }
    }

    private boolean hangsOn(Claim claim, Assumption assumption) {
        return Stream.of(assumption.least(), assumption.most())
                .map(value -> claim.measure(evidence(), Assumptions.usual().with(assumption, value)))
                .anyMatch(outcome -> !value(outcome).equals(value(claim)));
    }

    @Test
    void booksWithoutAnythingDecideNothing() {
        balances.clear();
        units = List.of("cloud", "device", "store");

        assertThat(verdict(Claim.TRIAD)).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(Claim.FREE_INFRASTRUCTURE)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private void charge(String unit, long amount) {
        put(unit + ":expenses:intersegment:cloud:compute", amount);
        if (unit.equals("device")) {
            balances.remove("device:expenses:intersegment:cloud:voice:echo:2026-w03");
        }
    }

    private void put(String account, long balance) {
        balances.put(account, BigInteger.valueOf(balance));
    }

    private void moved(String account, long debit) {
        movements.add(
                new CohortBook.Movement(WEEK, new Turnover(account, BigInteger.valueOf(debit), BigInteger.ZERO, 1)));
    }

    /** Day by day. */
    private void used(String account, long... credits) {
        for (int day = 0; day < credits.length; day++) {
            used.add(new CapacityUse.Movement(
                    WEEK.plus(Duration.ofDays(day)),
                    new Turnover(account, BigInteger.ZERO, BigInteger.valueOf(credits[day]), 1)));
        }
    }

    private Evidence evidence() {
        return Evidence.of(units, balances, CohortBook.of(movements))
                .with(CapacityUse.of("cloud", used).headRoom("store").orElse(null));
    }

    private Map<String, String> figures(Claim claim) {
        Map<String, String> shown = new TreeMap<>();
        ((Outcome.Measured) outcome(claim)).figures().forEach((name, figure) -> shown.put(name, figure.shown(CENTS)));
        return shown;
    }

    private Outcome outcome(Claim claim) {
        return claim.measure(evidence(), Assumptions.usual());
    }

    private Verdict verdict(Claim claim) {
        return outcome(claim).verdict();
    }

    private Verdict verdict(Claim claim, BigDecimal charges) {
        return claim.measure(evidence(), Assumptions.usual().with(Assumption.CHARGES, charges))
                .verdict();
    }

    private String value(Claim claim) {
        return value(outcome(claim));
    }

    private static String value(Outcome outcome) {
        return outcome instanceof Outcome.Measured measured ? Values.shown(measured.value()) : outcome.why();
    }

    /** From where to where the verdict is the same. */
    private List<String> edges(Claim claim, Assumption assumption) {
        Sensitivity sensitivity = Sensitivity.of(claim, evidence(), Assumptions.usual(), assumption);
        return List.of(
                sensitivity.from().stripTrailingZeros().toPlainString(),
                sensitivity.to().stripTrailingZeros().toPlainString());
    }
}
