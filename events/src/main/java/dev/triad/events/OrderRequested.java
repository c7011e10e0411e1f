package dev.triad.events;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device asked the store for something; {@code ce_subject} is the order to be. It posts nothing by
 * itself: the store's sale does.
 *
 * @param channel how it was asked, such as {@code voice}
 * @param customer who asked, when known
 * @param lines what is wanted, 1 to {@value SaleRecorded#LINES_MAX}
 * @param attribution which units' products led to the order; the weights sum to at most 1
 */
public record OrderRequested(
        String channel, @Nullable String customer, List<RequestLine> lines, List<Attribution> attribution)
        implements Event {
    public OrderRequested {
        Names.require("channel", channel);
        if (customer != null) {
            Names.requireText("customer", customer);
        }
        lines = Require.list("lines", lines, 1, SaleRecorded.LINES_MAX);
        attribution = Attribution.requireAtMostOne(attribution);
    }

    static OrderRequested read(JsonFields in) throws IOException {
        String channel = null;
        String customer = null;
        List<RequestLine> lines = null;
        List<Attribution> attribution = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "channel" -> channel = in.text("channel", channel);
                case "customer" -> customer = in.text("customer", customer);
                case "lines" -> lines = in.objects("lines", lines, SaleRecorded.LINES_MAX, RequestLine::read);
                case "attribution" ->
                    attribution =
                            in.objects("attribution", attribution, Attribution.ATTRIBUTIONS_MAX, Attribution::read);
                default -> in.skip();
            }
        }
        return new OrderRequested(
                Require.present("channel", channel),
                customer,
                Require.present("lines", lines),
                Require.orEmpty(attribution));
    }
}
