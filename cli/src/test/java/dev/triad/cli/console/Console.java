package dev.triad.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.RunningStack;
import dev.triad.cli.stack.TradingStack;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The console of the stack that all tests share, in a browser that all tests share. */
final class Console implements BeforeAllCallback {
    /** When the span ends that tests look at. */
    static final String END = "2026-03-01T00:00:00Z";

    /** Two months that are long over: all of them is on the books, and changes no more. */
    static final String IN_SPAN = "?from=2026-01-01T00:00:00Z&to=" + END;

    /** The same of the first company, for the address of a view. */
    static final String OF_AMAZON = IN_SPAN + "&group=amazon";

    static final String AMAZON = "/api/v1/groups/amazon";

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Console.class);

    private final TradingStack trading = new TradingStack();

    @SuppressWarnings("NullAway.Init") // beforeAll() sets it.
    private Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
        trading.beforeAll(context);
    }

    RunningStack stack() {
        return trading.stack();
    }

    /** Has a record that can never be posted counted, so that no other test wonders at it. */
    void countHostile(RecordMetadata record) {
        trading.countHostile(record);
    }

    /** Opens an address of the console, and waits until all of it is there. */
    Screen open(Look look, String path) {
        return chromium.open(base(), look).open(path);
    }

    Screen open(String path) {
        return open(Look.DESKTOP, path);
    }

    JsonNode get(String path) {
        return stack().get(Component.LEDGER, path);
    }

    /** What people call a unit of the first company; the customers outside are called so. */
    String unitName(String unit) {
        return get(AMAZON)
                .path("units")
                .valueStream()
                .filter(known -> known.path("unit").asText().equals(unit))
                .map(known -> known.path("name").asText())
                .findFirst()
                .orElse("Outside customers");
    }

    private String base() {
        return "http://localhost:" + stack().ports().of(Component.LEDGER);
    }
}
