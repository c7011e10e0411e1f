package dev.triad.store;

import static io.restassured.RestAssured.given;

import dev.triad.testing.FreePorts;
import io.restassured.response.Response;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The packaged store service, hosting the store of amazon alone, as a process of its own, which can be killed. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private StoreProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static StoreProcess start(String bootstrapServers, Map<String, String> environment) throws IOException {
        int port = FreePorts.next();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        builder.environment().put("TRIAD_SCENARIOS", "amazon");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(new File("target", "store-" + port + ".log"));
        return new StoreProcess(builder.start(), port);
    }

    boolean isReady() {
        try {
            return given().port(port).get("/q/health/ready").statusCode() == 200;
        } catch (Exception e) {
            // Not listening yet.
            return false;
        }
    }

    String phase() {
        return given().port(port).get("/api/v1/simulation").path("units[0].phase");
    }

    Response order(String key, String body) {
        return given().port(port)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/orders");
    }

    /** As {@code kill -9}: nothing of the process has a chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
