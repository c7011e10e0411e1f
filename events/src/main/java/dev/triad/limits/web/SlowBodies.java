package dev.triad.limits.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hangs up on who takes too long to send a body. A connection on which nothing moves is closed anyway; this is for one
 * on which a byte comes now and then.
 */
@Singleton
class SlowBodies {
    private static final int BEFORE_ALL = 1_100;

    private final Duration longest;

    SlowBodies(@ConfigProperty(name = "triad.limits.body-time", defaultValue = "20s") Duration longest) {
        this.longest = longest;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_ALL);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long timer = context.vertx().setTimer(longest.toMillis(), _ -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || length != null && !length.equals("0");
    }
}
