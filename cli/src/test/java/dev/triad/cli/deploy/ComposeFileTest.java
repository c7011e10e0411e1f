package dev.triad.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {
    private static final long LAPTOP_MEBIBYTES = 4_096;

    /** For the laptop's system and a browser. */
    private static final long ROOM_MEBIBYTES = 896;

    /** The collector's image holds no program but itself that a probe could run. */
    private static final Set<String> CANNOT_BE_PROBED = Set.of("otel-collector");

    static List<ComposeService> services() throws IOException {
        return ComposeService.all();
    }

    static Stream<ComposeService> servers() throws IOException {
        return services().stream().filter(service -> !service.isOneShot());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsNotRootAndCanWriteNothingButItsVolumes(ComposeService service) {
        assertThat(service.settings().path("user").asText()).matches("[1-9][0-9]*:[0-9]+");
        assertThat(service.settings().path("read_only").asBoolean()).isTrue();
        assertThat(service.texts("cap_drop")).containsExactly("ALL");
        assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasALimitOfMemoryProcessesAndLog(ComposeService service) {
        assertThat(service.memoryMebibytes()).isPositive();
        assertThat(service.settings().path("pids_limit").asInt()).isPositive();
        assertThat(service.settings().at("/logging/options/max-size").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void anImageIsPinnedToAVersion(ComposeService service) {
        String image = service.settings().path("image").asText();
        assertThat(image).matches(image.startsWith("triad/") ? ".+:\\$\\{TRIAD_TAG:-local}" : ".+:v?[0-9]+\\.[0-9.]+");
    }

    @Test
    void theDockerfileIsPinnedToVersions() throws IOException {
        List<String> bases = Files.readAllLines(Home.find().resolve("deploy/Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .filter(line -> line.contains(":"))
                .toList();
        assertThat(bases).hasSize(2).allMatch(line -> line.matches("FROM [a-z-]+:[0-9]+\\.[0-9]+.*"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aPortIsPublishedOnTheLoopbackAddressAlone(ComposeService service) {
        assertThat(service.texts("ports"))
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\$\\{TRIAD_PORT_[A-Z0-9_]+:-[0-9]+}:[0-9]+"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerIsRestartedAndHasTimeToEndAndSaysWhetherItIsWell(ComposeService service) {
        assertThat(service.settings().path("stop_grace_period").asText()).matches("[3-9][0-9]s");
        if (!CANNOT_BE_PROBED.contains(service.name())) {
            assertThat(service.settings().at("/healthcheck/test")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceWaitsUntilWhatItNeedsIsHealthyOrDone(ComposeService service) throws IOException {
        JsonNode all = ComposeService.file().path("services");
        service.settings().path("depends_on").propertyStream().forEach(needed -> {
            boolean ends = all.path(needed.getKey()).path("restart").asText().equals("on-failure");
            assertThat(needed.getValue().path("condition").asText())
                    .isEqualTo(ends ? "service_completed_successfully" : "service_healthy");
        });
    }

    @Test
    void theDefaultStackLeavesALaptopRoomForItsSystem() throws IOException {
        long limits = servers()
                .filter(ComposeService::isDefault)
                .mapToLong(ComposeService::memoryMebibytes)
                .sum();
        assertThat(limits).isLessThanOrEqualTo(LAPTOP_MEBIBYTES - ROOM_MEBIBYTES);
    }

    @Test
    void theDatabaseIsReachedByLedgersAlone() throws IOException {
        assertThat(ComposeService.file().at("/networks/books/internal").asBoolean())
                .isTrue();
        assertThat(services().stream()
                        .filter(service -> service.texts("networks").toList().contains("books")))
                .extracting(ComposeService::name)
                .containsExactlyInAnyOrder("postgres", "schema", "ledger", "ledger-2", "ledger-3", "verify");
    }

    @Test
    void noLedgerSeesThePasswordOfTheDatabasesOwner() throws IOException {
        assertThat(services().stream()
                        .filter(service -> service.texts("volumes").anyMatch(volume -> volume.startsWith("password:"))))
                .extracting(ComposeService::name)
                .containsExactlyInAnyOrder("password", "postgres", "schema");
    }

    @Test
    void noPasswordStandsInTheFile() throws IOException {
        assertThat(Files.readString(Home.find().resolve("docker-compose.yml")))
                .doesNotContainPattern("(?i)password[\"']?\\s*[:=]\\s*[\"']?[a-z0-9]+[\"']?\\s*$");
    }

    @Test
    void everythingThatIsMountedFromTheProjectIsThere() throws IOException {
        List<String> mounted = services().stream()
                .flatMap(service -> service.texts("volumes"))
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .toList();
        assertThat(mounted)
                .isNotEmpty()
                .allMatch(path -> Files.exists(Home.find().resolve(path)));
    }
}
