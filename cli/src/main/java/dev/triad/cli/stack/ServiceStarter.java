package dev.triad.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts one of Triad's services, and waits until it says itself that it is ready. */
final class ServiceStarter implements Starter {
    private final Component service;
    private final Path home;
    private final DataDirectory data;
    private final Ports ports;
    private final JavaFlags flags;
    private final Map<String, String> settings;

    ServiceStarter(
            Component service,
            Path home,
            DataDirectory data,
            Ports ports,
            JavaFlags flags,
            Map<String, String> settings) {
        this.service = service;
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.flags = flags;
        this.settings = settings;
    }

    @Override
    public void start(Consumer<Running> launched) throws IOException, InterruptedException {
        Path log = data.log(service);
        Path jar = jar(home, service);
        if (!Files.exists(jar)) {
            throw new StartException(service, "is not built (" + jar + " is missing)", log);
        }
        new JavaStart(service, flags, List.of("-jar", jar.toString()), environment(), log)
                .start(launched, () -> Health.isReady(ports.of(service)));
    }

    static Path jar(Path home, Component service) {
        return home.resolve(service.label() + "-service/target/quarkus-app/quarkus-run.jar");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Component.KAFKA));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        environment.putAll(ConsoleSettings.of(service, ports));
        if (service.needs().contains(Component.POSTGRES)) {
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.of(Component.POSTGRES)));
            environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
            environment.put("QUARKUS_DATASOURCE_PASSWORD", "");
        }
        return environment;
    }
}
