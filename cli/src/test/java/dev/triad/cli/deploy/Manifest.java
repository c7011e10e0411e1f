package dev.triad.cli.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.triad.cli.Home;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One object of deploy/kubernetes. */
record Manifest(String file, JsonObject json) {
    private static final Gson GSON = new Gson();

    static Path folder() {
        return Home.find().resolve("deploy/kubernetes");
    }

    /** All that the kustomization lists. */
    static List<Manifest> all() throws IOException {
        List<Manifest> all = new ArrayList<>();
        for (JsonElement file : kustomization().getAsJsonArray("resources")) {
            documents(file.getAsString()).forEach(json -> all.add(new Manifest(file.getAsString(), json)));
        }
        return all;
    }

    static JsonObject kustomization() throws IOException {
        return documents("kustomization.yaml").getFirst();
    }

    private static List<JsonObject> documents(String file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<JsonObject> documents = new ArrayList<>();
        yaml.loadAll(Files.readString(folder().resolve(file)))
                .forEach(document -> documents.add(GSON.toJsonTree(document).getAsJsonObject()));
        return documents;
    }

    String kind() {
        return json.get("kind").getAsString();
    }

    String name() {
        return json.getAsJsonObject("metadata").get("name").getAsString();
    }

    JsonObject spec() {
        return json.getAsJsonObject("spec");
    }

    /** What a deployment, a set or a job makes pods of. */
    JsonObject pod() {
        return spec().getAsJsonObject("template").getAsJsonObject("spec");
    }

    /** The labels of the pods. */
    JsonObject podLabels() {
        return spec().getAsJsonObject("template").getAsJsonObject("metadata").getAsJsonObject("labels");
    }

    Stream<JsonObject> containers() {
        return containers("containers");
    }

    /** All that run in a pod: those that end before the others start, too. */
    Stream<JsonObject> allContainers() {
        return Stream.concat(pod().has("initContainers") ? containers("initContainers") : Stream.of(), containers());
    }

    private Stream<JsonObject> containers(String list) {
        return pod().getAsJsonArray(list).asList().stream().map(JsonElement::getAsJsonObject);
    }

    boolean hasPods() {
        return json.has("spec") && spec().has("template");
    }

    /**
     * Holds it to Kubernetes' own schema of its kind.
     *
     * @throws IllegalArgumentException when a field is unknown, missing or of another type
     */
    void validate() throws IOException {
        switch (json.get("apiVersion").getAsString() + ' ' + kind()) {
            case "v1 Namespace" -> V1Namespace.validateJsonElement(json);
            case "v1 Service" -> V1Service.validateJsonElement(json);
            case "batch/v1 Job" -> V1Job.validateJsonElement(json);
            case "apps/v1 Deployment" -> V1Deployment.validateJsonElement(json);
            case "apps/v1 StatefulSet" -> V1StatefulSet.validateJsonElement(json);
            case "policy/v1 PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
            case "autoscaling/v2 HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(json);
            case "networking.k8s.io/v1 NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
            default -> throw new IllegalArgumentException("no schema is known for " + this);
        }
    }

    @Override
    public String toString() {
        return kind() + ' ' + name();
    }
}
