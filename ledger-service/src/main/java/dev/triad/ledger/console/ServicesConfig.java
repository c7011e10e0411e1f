package dev.triad.ledger.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/**
 * Where the units' services are, as a browser reaches them: http or https, a host and a port, and no path. The ledger asks
 * none of them; it tells the page, which does. Empty where there is no such service.
 */
@ConfigMapping(prefix = "triad.services")
public interface ServicesConfig {
    /** The service of the stores. */
    @WithDefault("http://localhost:8081")
    Optional<URI> store();

    /** The service of the clouds. */
    @WithDefault("http://localhost:8082")
    Optional<URI> cloud();

    /** The service of the devices. */
    @WithDefault("http://localhost:8083")
    Optional<URI> device();

    /** The broker as people reach it, host and port, such as {@code localhost:9092}; by default as the ledger does. */
    @WithDefault("${kafka.bootstrap.servers}")
    String kafka();
}
