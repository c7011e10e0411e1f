package dev.triad.ledger.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/**
 * Serves the page under the address of each of its views, and says how long a browser may keep what. The bundler makes
 * the page and its files when the ledger is built; the name of each file changes with what is in it.
 */
@Singleton
class PageRoutes {
    /** As in shell/route.ts; a test holds them together. */
    static final List<String> VIEWS =
            List.of("overview", "stream", "accounts", "subsidies", "compare", "claims", "operations");

    private static final String PAGE = "/";
    private static final String BUNDLE = "/static/bundle/*";

    private final String policy;

    PageRoutes(UnitServices services) {
        this.policy = PagePolicy.of(services.all());
    }

    void register(@Observes Router router) {
        VIEWS.forEach(view -> read(router.route(PAGE + view)).handler(context -> context.reroute(PAGE)));
        read(router.route(PAGE)).handler(context -> withHeaders(context, this::ofPage));
        read(router.route(BUNDLE)).handler(context -> withHeaders(context, PageRoutes::ofBundle));
    }

    private static Route read(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** Only what is found is kept: an answer that something is missing is not. */
    private static void withHeaders(RoutingContext context, Consumer<MultiMap> headers) {
        context.addHeadersEndHandler(_ -> {
            if (context.response().getStatusCode() < 400) {
                headers.accept(context.response().headers());
            }
        });
        context.next();
    }

    /** Two builds may bear the same time, so the page is always sent whole: it names the files of its build. */
    private void ofPage(MultiMap headers) {
        headers.set("Content-Security-Policy", policy)
                .set("Referrer-Policy", "no-referrer")
                .set(HttpHeaders.CACHE_CONTROL, "no-cache")
                .remove(HttpHeaders.LAST_MODIFIED);
    }

    private static void ofBundle(MultiMap headers) {
        headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}
