package dev.triad.simulation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.EventCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** JSON over HTTP follows the event contract: decimals are strings, times are RFC 3339. */
@Singleton
class JsonConventions {
    /** Unlike an event, a command with a field that nobody knows is refused: it is a typing error. */
    @Produces
    @Singleton
    ObjectMapper objectMapper() {
        return EventCodec.mapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // Wrapped exceptions know the path of the field that they are about.
                .enable(DeserializationFeature.WRAP_EXCEPTIONS)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }
}
