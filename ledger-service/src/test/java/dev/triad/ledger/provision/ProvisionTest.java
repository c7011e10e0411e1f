package dev.triad.ledger.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.costgame.SubsidyTests;
import dev.triad.ledger.costgame.Violation;
import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.policy.CapacityCost;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ProvisionTest {
    private static final EconomiesOfScale SCALE = new EconomiesOfScale(new BigDecimal("0.85"));
    private final Provision cloud = Provision.of(ExampleBooks.balances()).getFirst();

    @Test
    void theUsersOfAUnitsPoolsAreThePlayersAndPayWhatTheyWereCharged() {
        assertThat(cloud.provider()).isEqualTo("cloud");
        assertThat(cloud.players()).containsExactly("external", "device", "store");
        assertThat(cloud.revenues())
                .containsEntry("external", new BigFraction(76))
                .containsEntry("store", new BigFraction(13))
                .containsEntry("device", new BigFraction(3));
    }

    @Test
    void whatAUnitSpendsForItselfIsNoPartOfWhatItProvides() {
        assertThat(cloud.cost()).isEqualTo(new BigFraction(91));
    }

    @Test
    void theAdditiveGameIsThatOfThePools() {
        // When
        SubsidyTests tests = cloud.tests();

        // Then
        assertThat(tests.cost()).isEqualTo(new BigFraction(91));
        assertThat(tests.players().getFirst())
                .isEqualTo(new SubsidyTests.Benchmarks(
                        "external",
                        new BigFraction(76),
                        new BigFraction(66),
                        new BigFraction(6),
                        new BigFraction(42),
                        new BigFraction(26)));
        assertThat(tests.violations())
                .contains(new Violation(List.of("external"), Violation.Test.STAND_ALONE_COST, new BigFraction(10)))
                .contains(new Violation(List.of("device"), Violation.Test.INCREMENTAL_COST, new BigFraction(7)));
    }

    @Test
    void fullyDistributedCostDividesByWhatTheBookSays() {
        // Given: of the data centres' 60 by usage 6 of 10, by revenue 76 of 92, or a third; and 6 of variable cost
        assertThat(fullyDistributed(CapacityCost.USAGE)).isEqualTo(new BigFraction(42));
        assertThat(fullyDistributed(CapacityCost.REVENUE)).isEqualTo(new BigFraction(60 * 76, 92).add(6));
        assertThat(fullyDistributed(CapacityCost.EQUAL)).isEqualTo(new BigFraction(26));
    }

    private BigFraction fullyDistributed(CapacityCost distributed) {
        return cloud.tests(distributed).players().getFirst().fullyDistributed();
    }

    @Test
    void aMeasuredPoolIsACapacityAndTheOthersStayFixed() {
        // When
        SubsidyTests tests = cloud.tests(SCALE);

        // Then: a device alone would need a tenth of the volume, at what a tenth costs, and all of voice
        BigFraction tenth = SCALE.alone(new BigFraction(1, 10));
        assertThat(tests.cost()).isEqualTo(new BigFraction(91));
        assertThat(tests.players().get(1).standAlone())
                .isEqualTo(tenth.multiply(70).add(9))
                .isEqualTo(cloud.standAlone("device", SCALE));
    }

    @Test
    void whoeverBringsTheLeastVolumeGainsMostByIt() {
        Map<String, BigFraction> benefits = cloud.scaleBenefits(SCALE);
        Map<String, BigFraction> shares = cloud.volumeShares();

        assertThat(Fractions.sum(shares.values())).isEqualTo(BigFraction.ONE);
        assertThat(of(benefits, "device").divide(of(shares, "device")))
                .isGreaterThan(of(benefits, "store").divide(of(shares, "store")));
        assertThat(cloud.scaleBenefits(new EconomiesOfScale(BigDecimal.ONE)).values())
                .allMatch(benefit -> benefit.signum() == 0);
    }

    private static BigFraction of(Map<String, BigFraction> numbers, String player) {
        return numbers.getOrDefault(player, BigFraction.ZERO);
    }

    @Test
    void moreThanTwelveUsersAreTestedInClosedForm() {
        // Given
        Map<String, BigInteger> balances = new TreeMap<>();
        StringBuilder users = new StringBuilder();
        for (int i = 10; i < 24; i++) {
            users.append(":unit-").append(i);
        }
        balances.put("cloud:expenses:cost-pool:all:fixed" + users, BigInteger.valueOf(28));

        // Then
        SubsidyTests tests = Provision.of(balances).getFirst().tests();
        assertThat(tests.ofEveryCoalition()).isFalse();
        assertThat(tests.players())
                .hasSize(14)
                .allMatch(player -> player.shapley().equals(new BigFraction(2)));
    }

    @Test
    void unitsAreDepartmentsUsedAsTheirUseComesToAtTheReferencePrice() {
        // When: the store's use is worth 33, the devices' 11, the customers' 76
        var departments = ServiceDepartments.of(List.of("cloud", "device", "store"), ExampleBooks.balances());

        // Then
        assertThat(departments.services()).singleElement().satisfies(service -> {
            assertThat(service.name()).isEqualTo("cloud");
            assertThat(service.directCost()).isEqualTo(new BigFraction(96));
            assertThat(service.usage()).containsEntry("store", new BigFraction(33, 120));
        });
        assertThat(departments.finals()).extracting("name").containsExactly("device", "store", "external");
    }
}
