package dev.triad.ledger.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser lets the page do: nothing but its own files, the ledger, and the units' services. */
final class PagePolicy {
    private PagePolicy() {}

    /** The value of Content-Security-Policy. */
    static String of(List<UnitService> services) {
        String asked = Stream.concat(Stream.of("'self'"), services.stream().map(UnitService::url))
                .collect(Collectors.joining(" "));
        return String.join(
                "; ",
                "default-src 'self'",
                "connect-src " + asked,
                "style-src 'self'",
                "img-src 'self' data:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }
}
