package dev.triad.ledger.log;

import dev.triad.events.BrokerAccess;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The broker as the settings {@code kafka.*} have it: the ledger's own clients come in as its channels do. */
@Singleton
class ConfiguredBroker {
    @Produces
    @Singleton
    BrokerAccess access(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        return BrokerAccess.of(settings);
    }
}
