package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit sold something; {@code ce_subject} is the order.
 *
 * @param channel where it was sold, such as {@code web} or {@code voice}
 * @param customer who bought it, when known
 * @param lines what was sold, 1 to {@value #LINES_MAX}
 * @param grossMerchandiseValue what changed hands on a marketplace, of which the lines are the fee
 * @param attribution which units' products led to the sale; the weights sum to at most 1
 */
public record SaleRecorded(
        String channel,
        @Nullable String customer,
        List<SaleLine> lines,
        @Nullable BigDecimal grossMerchandiseValue,
        List<Attribution> attribution)
        implements Event {

    public static final int LINES_MAX = 2_000;

    public SaleRecorded {
        Names.require("channel", channel);
        if (customer != null) {
            Names.requireText("customer", customer);
        }
        lines = Require.list("lines", lines, 1, LINES_MAX);
        if (grossMerchandiseValue != null) {
            Decimals.requireNotNegative("grossMerchandiseValue", grossMerchandiseValue);
        }
        attribution = Attribution.requireAtMostOne(attribution);
    }

    static SaleRecorded read(JsonFields in) throws IOException {
        String channel = null;
        String customer = null;
        List<SaleLine> lines = null;
        BigDecimal grossMerchandiseValue = null;
        List<Attribution> attribution = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "channel" -> channel = in.text("channel", channel);
                case "customer" -> customer = in.text("customer", customer);
                case "lines" -> lines = in.objects("lines", lines, LINES_MAX, SaleLine::read);
                case "grossMerchandiseValue" ->
                    grossMerchandiseValue = in.decimal("grossMerchandiseValue", grossMerchandiseValue);
                case "attribution" ->
                    attribution =
                            in.objects("attribution", attribution, Attribution.ATTRIBUTIONS_MAX, Attribution::read);
                default -> in.skip();
            }
        }
        return new SaleRecorded(
                Require.present("channel", channel),
                customer,
                Require.present("lines", lines),
                grossMerchandiseValue,
                Require.orEmpty(attribution));
    }
}
