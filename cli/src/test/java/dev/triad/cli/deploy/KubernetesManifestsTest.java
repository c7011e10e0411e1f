package dev.triad.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.google.gson.JsonObject;
import dev.triad.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesManifestsTest {
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    static List<Manifest> manifests() throws IOException {
        return Manifest.all();
    }

    static Stream<Manifest> workloads() throws IOException {
        return manifests().stream().filter(Manifest::hasPods);
    }

    static Stream<Manifest> servers() throws IOException {
        return workloads().filter(workload -> !workload.kind().equals("Job"));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aManifestIsWhatKubernetesKnows(Manifest manifest) {
        assertThatNoException().isThrownBy(manifest::validate);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aFieldThatKubernetesDoesNotKnowWouldBeNoticed(Manifest manifest) {
        manifest.allContainers().forEach(container -> container.addProperty("imagePolicy", "Always"));

        assertThatIllegalArgumentException().isThrownBy(manifest::validate).withMessageContaining("imagePolicy");
    }

    @Test
    void everyFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Manifest.folder())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !file.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            Manifest.kustomization().getAsJsonArray("resources").asList().stream()
                                    .map(file -> file.getAsString())
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodIsWhatARestrictedNamespaceTakes(Manifest workload) {
        JsonObject pod = workload.pod().getAsJsonObject("securityContext");
        assertThat(pod.get("runAsNonRoot").getAsBoolean()).isTrue();
        assertThat(pod.getAsJsonObject("seccompProfile").get("type").getAsString())
                .isEqualTo("RuntimeDefault");
        assertThat(workload.pod().get("automountServiceAccountToken").getAsBoolean())
                .isFalse();
        assertThat(workload.allContainers()).allSatisfy(container -> {
            JsonObject context = container.getAsJsonObject("securityContext");
            assertThat(context.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
            assertThat(context.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
            assertThat(context.getAsJsonObject("capabilities")
                            .getAsJsonArray("drop")
                            .toString())
                    .isEqualTo("[\"ALL\"]");
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerHasAllThreeProbesAndAsMuchMemoryAsInDockerCompose(Manifest server) throws IOException {
        long compose = ComposeService.all().stream()
                .filter(service -> service.name().equals(server.name()))
                .findFirst()
                .orElseThrow()
                .memoryMebibytes();
        assertThat(server.containers()).allSatisfy(container -> {
            assertThat(PROBES).allMatch(container::has);
            JsonObject resources = container.getAsJsonObject("resources");
            assertThat(resources.getAsJsonObject("limits").get("memory").getAsString())
                    .isEqualTo(compose + "Mi");
            assertThat(resources.getAsJsonObject("requests").get("memory").getAsString())
                    .isEqualTo(compose + "Mi");
            assertThat(resources.getAsJsonObject("requests").has("cpu")).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerHasABudgetAndAServiceThatMeanItsPods(Manifest server) throws IOException {
        assertThat(selectors("PodDisruptionBudget", server))
                .singleElement()
                .satisfies(selector -> assertThat(
                                selector.getAsJsonObject("matchLabels").entrySet())
                        .isSubsetOf(server.podLabels().entrySet()));
        assertThat(selectors("Service", server))
                .singleElement()
                .satisfies(selector -> assertThat(selector.entrySet())
                        .isSubsetOf(server.podLabels().entrySet()));
    }

    @Test
    void ledgersAreScaledByTheirOwnLagAndNeverBeyondTheirPartitions() throws IOException {
        Manifest scaler = manifests().stream()
                .filter(manifest -> manifest.kind().equals("HorizontalPodAutoscaler"))
                .findFirst()
                .orElseThrow();
        assertThat(scaler.spec().toString()).contains("\"name\":\"ledger\"").contains("triad_ledger_lag_max");
        assertThat(scaler.spec().get("maxReplicas").getAsInt()).isEqualTo(Topics.PARTITIONS);
    }

    /** Who answers people never sees the password of the database's owner. */
    @ParameterizedTest
    @MethodSource("servers")
    void aServerDoesNotSeeTheOwnersPassword(Manifest server) {
        assertThat(server.containers())
                .noneMatch(container -> container.toString().contains("\"key\":\"owner\""));
    }

    private static List<JsonObject> selectors(String kind, Manifest server) throws IOException {
        return manifests().stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(server.name()))
                .map(manifest -> manifest.spec().getAsJsonObject("selector"))
                .toList();
    }
}
