package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.cli.imports.format.Slurp;
import dev.triad.events.Asset;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.TransferPriceMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Importing into a group that was declared before. */
class KnownGroupTest {
    private static final Asset ASSET = FormatName.SLURP.asset();

    @Test
    void aGroupThatWouldTakeTheDeclarationIsDeclaredAgainUnderTheSameId() {
        var before = imported(new MemoryDelivery());
        var after = imported(
                new MemoryDelivery(new KnownGroup(ASSET, TransferPriceMethod.FULL_COST, Map.of("device", List.of()))));

        assertThat(after.events()).isEqualTo(before.events());
    }

    @Test
    void aGroupKeepsItsPolicyAndGainsTheUnitsThatItLacks() {
        var delivery = imported(new MemoryDelivery(
                new KnownGroup(ASSET, TransferPriceMethod.MARGINAL, Map.of("device", List.of("store")))));

        assertThat(delivery.data(GroupDeclared.class)).singleElement().satisfies(group -> {
            assertThat(group.transferPrice()).isEqualTo(TransferPriceMethod.MARGINAL);
            assertThat(group.units()).extracting(DeclaredUnit::unit).containsExactly("cloud");
        });
    }

    @Test
    void aGroupThatLacksNothingIsNotDeclaredAgain() {
        var delivery = imported(new MemoryDelivery(new KnownGroup(
                ASSET, TransferPriceMethod.FULL_COST, Map.of("device", List.of("store"), "cloud", List.of()))));

        assertThat(delivery.data(GroupDeclared.class)).isEmpty();
    }

    @Test
    void aGroupInAnotherAssetIsLeftAlone() {
        var delivery =
                new MemoryDelivery(new KnownGroup(Asset.parse("EUR/2"), TransferPriceMethod.FULL_COST, Map.of()));

        assertThatThrownBy(() -> imported(delivery))
                .hasMessage("the group acme keeps its amounts in EUR/2, and this import in USD/9;"
                        + " give --asset EUR/2, or another --group");
        assertThat(delivery.events()).isEmpty();
    }

    private static MemoryDelivery imported(MemoryDelivery delivery) {
        return Imported.of(Imported.excerpt("slurp.csv"), new Slurp(Imported.settings(FormatName.SLURP)), delivery)
                .delivery();
    }
}
