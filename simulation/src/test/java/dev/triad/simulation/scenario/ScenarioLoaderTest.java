package dev.triad.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.DeclaredUnit;
import dev.triad.events.TransferPriceMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLoaderTest {
    private final ScenarioLoader loader = new ScenarioLoader(Optional.empty());

    @Test
    void readsTheAmazonGroup() {
        Scenario amazon = loader.load("amazon");

        assertThat(amazon.asset()).hasToString("USD/9");
        assertThat(amazon.transferPrice().method()).isEqualTo(TransferPriceMethod.FULL_COST);
        assertThat(amazon.transferPrice().assumption()).isNotBlank();
        assertThat(amazon.internalTenants()).containsExactly("store", "device");
        assertThat(amazon.declaration().units())
                .extracting(DeclaredUnit::unit)
                .containsExactly("store", "cloud", "device");
        assertThat(amazon.declaration().units().getLast().storefrontFor()).containsExactly("store");
        assertThat(amazon.history().days()).isEqualTo(90);
    }

    @Test
    void aGroupNeedsNeitherCustomersOutsideNorDevices() {
        Scenario bazaar = loader.load("bazaar");

        assertThat(bazaar.internalTenants()).containsExactly("market");
        assertThat(bazaar.cloud().tenants().names()).isEmpty();
        assertThat(bazaar.store())
                .isNotNull()
                .satisfies(store -> assertThat(store.business()).isInstanceOf(BusinessModel.Marketplace.class));
        assertThat(bazaar.declaration().units()).extracting(DeclaredUnit::unit).containsExactly("market", "backend");
    }

    @Test
    void aFileInTheFolderGoesBeforeOneThatComesAlong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("amazon.yaml"), amazon().replace("name: Amazon", "name: My own"));

        Scenario own = new ScenarioLoader(Optional.of(folder)).load("amazon");

        assertThat(own.name()).isEqualTo("My own");
    }

    @Test
    void saysWhichGroupsScenarioIsMissing() {
        assertThatThrownBy(() -> loader.load("nobody"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("there is no scenario nobody.yaml; put one into triad.scenario-folder");
        assertThatThrownBy(() -> loader.load("../amazon")).hasMessageContaining("no group's name");
    }

    @Test
    void theFileIsCalledAsTheGroup(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), amazon());

        assertThatThrownBy(() -> new ScenarioLoader(Optional.of(folder)).load("mine"))
                .hasMessage("mine.yaml: group must be mine, as the file is called");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("seed: 20260101", "sead: 20260101", "seed"),
                Arguments.of("    value: 300\n", "", "store.ordersPerDay: value is missing"),
                Arguments.of("    value: 0.3704\n", "    value: 1.5\n", "operatingMargin is 1.5; it must be 0 to 0.99"),
                Arguments.of("name: Amazon", "name: Amazon\nnickname: A", "nickname"),
                Arguments.of("model: retail", "model: barter", "store.business"),
                Arguments.of("sku: cookbook", "sku: paperback", "catalogue names paperback twice"),
                Arguments.of("storefrontFor: [store]", "storefrontFor: [bank]", "device.storefrontFor names bank"),
                Arguments.of(
                        "    - resource: compute\n      perHour: {value: 150",
                        "    - resource: steam\n      perHour: {value: 150",
                        "steam is no resource of the cloud"),
                Arguments.of(
                        "start: 2026-01-01T00:00:00Z", "start: 2026-01-01T09:00:00Z", "start must be midnight UTC"),
                Arguments.of("asset: USD/9", "asset: USD/13", "asset must be a currency and a scale"),
                Arguments.of("progressRatio: {value: 0.85", "progressRatio: {value: 1.85", "lies outside its range"),
                Arguments.of("name: Amazon", "name: @Amazon", "is not YAML that can be read, line"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhereAFileIsBrokenAndHow(String right, String wrong, String complaint) throws IOException {
        String yaml = amazon();
        assertThat(yaml).contains(right);
        byte[] broken =
                yaml.replaceFirst(java.util.regex.Pattern.quote(right), wrong).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ScenarioLoader.parse("amazon.yaml", new ByteArrayInputStream(broken)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("amazon.yaml")
                .hasMessageContaining(complaint);
    }

    private static String amazon() throws IOException {
        try (InputStream stream = ScenarioLoaderTest.class.getResourceAsStream("/scenarios/amazon.yaml")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
