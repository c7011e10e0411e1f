package dev.triad.simulation.command;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How an accepted command is answered. */
public final class CommandResponse {
    /** The key of the command, the caller's own or the one made up for it. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Set when the command had been accepted before, and this is the same answer again. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private CommandResponse() {}

    /** 201 with where the result is and what it is. */
    public static <T> RestResponse<T> created(Accepted accepted, String location, T body) {
        ResponseBuilder<T> response = ResponseBuilder.<T>create(RestResponse.Status.CREATED, body)
                .location(URI.create(location))
                .header(IDEMPOTENCY_KEY, accepted.key());
        if (accepted.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }
}
