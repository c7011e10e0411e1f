package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.triad.cli.imports.format.Focus;
import dev.triad.cli.imports.format.Settings;
import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FocusImportTest {
    private static final Source SOURCE = new Source("acme", "cloud");
    private static final Asset ASSET = Asset.parse("USD/12");

    @Test
    void aRowIsAUsageByAnOutsideTenantWithItsExplicitCharge() {
        UsageRecorded usage = outside().data(UsageRecorded.class).getFirst();

        assertThat(usage.provider()).isEqualTo("cloud");
        assertThat(usage.consumer()).isEqualTo("team-amber");
        assertThat(usage.consumerKind()).isEqualTo(ConsumerKind.TENANT);
        assertThat(usage.resource()).isEqualTo("bucket-store");
        assertThat(usage.quantity()).isEqualByComparingTo("41");
        assertThat(usage.unitOfMeasure()).isEqualTo("Requests");
        assertThat(charged(usage)).isEqualTo("0.00000000123 of 0.00000000200");
    }

    @Test
    void tagsAndWhatElseIsKnownAreLabels() {
        UsageRecorded storage = outside().data(UsageRecorded.class).getFirst();
        UsageRecorded compute = outside().data(UsageRecorded.class).get(4);

        assertThat(storage.labels())
                .containsEntry("tag.business_unit", "Amber")
                .containsEntry("tag.environment", "prod")
                .containsEntry("region", "north-1")
                .containsEntry("charge-category", "Usage")
                .containsEntry("provider", "Nimbus")
                .containsEntry("sku", "SKU1")
                .doesNotContainKey("charge-class");
        assertThat(compute.labels()).containsEntry("tag.spot", "true").containsEntry("tag.note", "(empty)");
    }

    @Test
    void identicalRowsAreTwoEvents() {
        List<CloudEvent> events = outside().events(UsageRecorded.class);

        assertThat(events.get(0).data()).isEqualTo(events.get(1).data());
        assertThat(events).extracting(CloudEvent::id).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aCreditPostsAsItIsAndAFeeIsOneCharge() {
        List<UsageRecorded> usages = outside().data(UsageRecorded.class);

        assertThat(charged(usages.get(2))).isEqualTo("-2.50000000000 of -2.50000000000");
        assertThat(usages.get(2).quantity()).isEqualByComparingTo("0");
        assertThat(usages.get(3).quantity()).isEqualByComparingTo("1");
        assertThat(usages.get(3).unitOfMeasure()).isEqualTo("charge");
        assertThat(charged(usages.get(3))).isEqualTo("12.00000000000 of null");
        assertThat(usages.get(3).consumer()).isEqualTo("moonbear");
    }

    @Test
    void theGroupIsDeclaredAtTheEarliestTimeOfTheBill() {
        CloudEvent first = outside().events().getFirst();

        assertThat(first.time()).isEqualTo("2025-01-31T22:00:00Z");
        assertThat(first.data())
                .isInstanceOfSatisfying(
                        GroupDeclared.class,
                        group -> assertThat(group.units())
                                .extracting(DeclaredUnit::unit)
                                .containsExactly("cloud"));
    }

    @Test
    void aTagNamesTheConsumer() {
        MemoryDelivery delivery = imported(new Settings(SOURCE, ASSET, false, null, "business_unit", false, null));

        assertThat(delivery.data(UsageRecorded.class))
                .extracting(UsageRecorded::consumer)
                .containsExactly("amber", "amber", "untagged", "untagged", "basil", "cloud");
    }

    @Test
    void onesOwnBillChargesEachUnitWithWhatItUsedAndTheCloudWithAllOfIt() {
        MemoryDelivery delivery = imported(new Settings(SOURCE, ASSET, false, null, "business_unit", true, null));

        List<UsageRecorded> usages = delivery.data(UsageRecorded.class);
        List<CostIncurred> costs = delivery.data(CostIncurred.class);
        assertThat(usages).extracting(UsageRecorded::consumerKind).containsOnly(ConsumerKind.UNIT);
        assertThat(usages)
                .as("what the cloud itself used, nobody is charged for")
                .extracting(UsageRecorded::consumer)
                .containsExactly("amber", "amber", "untagged", "untagged", "basil");
        assertThat(costs).hasSize(6);
        assertThat(costs).extracting(CostIncurred::pool).containsOnly("nimbus");
        assertThat(costs.stream().map(CostIncurred::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10.50000000246");
        assertThat(costs.get(0).users()).containsExactly("amber");
        assertThat(costs.get(0).behaviour()).isEqualTo(CostBehaviour.VARIABLE);
        assertThat(costs.get(3).behaviour()).isEqualTo(CostBehaviour.FIXED);
        assertThat(delivery.data(GroupDeclared.class).getFirst().units())
                .extracting(DeclaredUnit::unit, DeclaredUnit::name)
                .containsExactly(
                        tuple("cloud", "cloud"),
                        tuple("amber", "Amber"),
                        tuple("basil", "Basil"),
                        tuple("untagged", "untagged"));
    }

    @Test
    void version13NamesTheProviderAnewAndWritesTimesAndNumbersItsOwnWay() {
        Imported imported =
                Imported.of(Imported.excerpt("focus-1.3.csv"), new Focus(Imported.settings(FormatName.FOCUS)));

        List<CloudEvent> events = imported.delivery().events(UsageRecorded.class);
        UsageRecorded first = (UsageRecorded) events.getFirst().data();
        assertThat(events)
                .extracting(CloudEvent::time)
                .as("an offset counts")
                .containsOnly(Instant.parse("2025-02-01T00:00:00Z"));
        assertThat(first.labels()).containsEntry("provider", "Floe").containsEntry("host-provider", "Nimbus");
        assertThat(charged(first)).isEqualTo("0.0015 of 0.002");
        assertThat(first.quantity())
                .as("18 decimals are what the contract carries")
                .isEqualByComparingTo("0.123456789012345679");
        assertThat(((UsageRecorded) events.get(1).data()).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void anAmountThatTheAssetCannotHoldIsRejectedUnlessItMayBeRounded() {
        Settings exact = Settings.of(SOURCE, Asset.parse("USD/4"));
        Settings rounded = new Settings(SOURCE, Asset.parse("USD/4"), true, null, null, false, null);

        Imported rejected = Imported.of(Imported.excerpt("focus-1.0.csv"), new Focus(exact));
        Imported taken = Imported.of(Imported.excerpt("focus-1.0.csv"), new Focus(rounded));

        assertThat(rejected.result().rejects().count()).isEqualTo(2);
        assertThat(rejected.rejects().getFirst())
                .startsWith("focus-1.0.csv:2: BilledCost 0.00000000123 has more decimals than USD/4 keeps");
        assertThat(taken.result().rejects().count()).isZero();
        assertThat(charged(taken.delivery().data(UsageRecorded.class).getFirst()))
                .isEqualTo("0.0000 of 0.0000");
    }

    @Test
    void aBillInAnotherCurrencyIsRejected() {
        assertThat(catchThrowable(() -> Imported.of(
                        Imported.excerpt("focus-1.3.csv"), new Focus(Settings.of(SOURCE, Asset.parse("EUR/12"))))))
                .hasMessageContaining("holds no line that can be read")
                .hasMessageContaining("BillingCurrency is USD, and the group's asset EUR/12");
    }

    private static MemoryDelivery outside() {
        return imported(Settings.of(SOURCE, ASSET));
    }

    private static MemoryDelivery imported(Settings settings) {
        return Imported.of(Imported.excerpt("focus-1.0.csv"), new Focus(settings))
                .delivery();
    }

    private static String charged(UsageRecorded usage) {
        return usage.charge() == null
                ? "nothing"
                : usage.charge().billed().toPlainString() + " of "
                        + (usage.charge().list() == null
                                ? "null"
                                : usage.charge().list().toPlainString());
    }
}
