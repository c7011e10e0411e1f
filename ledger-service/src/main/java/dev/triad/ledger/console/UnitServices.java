package dev.triad.ledger.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The units' services that are configured. */
@Singleton
class UnitServices {
    private final List<UnitService> all;
    private final String kafka;

    @Inject
    UnitServices(ServicesConfig config) {
        all = Stream.of(
                        service("store", config.store()),
                        service("cloud", config.cloud()),
                        service("device", config.device()))
                .flatMap(Optional::stream)
                .toList();
        kafka = config.kafka();
    }

    List<UnitService> all() {
        return all;
    }

    /** The broker as people reach it. */
    String kafka() {
        return kafka;
    }

    private static Optional<UnitService> service(String name, Optional<URI> address) {
        return address.map(known -> UnitService.of(name, known));
    }
}
