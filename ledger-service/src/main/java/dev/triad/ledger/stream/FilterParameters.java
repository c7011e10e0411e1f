package dev.triad.ledger.stream;

import dev.triad.events.Decimals;
import dev.triad.events.EventType;
import dev.triad.events.InvalidEventException;
import dev.triad.ledger.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters by which the stream and the search of history are filtered. */
public class FilterParameters {
    /** The longest text that is searched for, in characters. */
    static final int TEXT_MAX = 200;

    @QueryParam("unit")
    @Parameter(description = "Who said it")
    @Nullable
    String unit;

    @QueryParam("type")
    @Parameter(description = "A CloudEvents type, such as triad.sale.recorded.v1")
    @Nullable
    String type;

    @QueryParam("subject")
    @Parameter(description = "What the event is about, exactly")
    @Nullable
    String subject;

    @QueryParam("account")
    @Parameter(description = "What the account of a posting begins with")
    @Nullable
    String account;

    @QueryParam("amountFrom")
    @Parameter(description = "The least absolute amount of the entry's largest posting, a decimal")
    @Nullable
    String amountFrom;

    @QueryParam("amountTo")
    @Parameter(description = "The greatest")
    @Nullable
    String amountTo;

    @QueryParam("q")
    @Parameter(
            description =
                    "Free text of at most 200 characters, anywhere in the event's data, its subject, ids, key or headers,"
                            + " or in the postings' accounts and amounts; its case does not matter")
    @Nullable
    String text;

    /** What they ask for, of a group or of any; or a problem. */
    public StreamFilter filter(@Nullable String group) {
        String searched = given(text);
        if (searched != null && searched.length() > TEXT_MAX) {
            throw Problems.INVALID_PARAMETER.because("q must not be longer than " + TEXT_MAX + " characters.");
        }
        BigDecimal least = amount("amountFrom", amountFrom);
        BigDecimal greatest = amount("amountTo", amountTo);
        if (least != null && greatest != null && least.compareTo(greatest) > 0) {
            throw Problems.INVALID_PARAMETER.because("amountFrom must not be more than amountTo.");
        }
        return new StreamFilter(
                given(group), given(unit), type(), given(subject), given(account), least, greatest, searched);
    }

    private @Nullable EventType type() {
        String name = given(type);
        return name == null
                ? null
                : EventType.byName(name)
                        .orElseThrow(() -> Problems.INVALID_PARAMETER.because(
                                "type must be one of the event types, such as triad.sale.recorded.v1."));
    }

    private static @Nullable BigDecimal amount(String name, @Nullable String text) {
        String decimal = given(text);
        if (decimal == null) {
            return null;
        }
        try {
            BigDecimal amount = Decimals.parse(decimal);
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (InvalidEventException e) {
            throw notAnAmount(name);
        }
        throw notAnAmount(name);
    }

    private static RuntimeException notAnAmount(String name) {
        return Problems.INVALID_PARAMETER.because(name + " must be a decimal of at least 0, such as 12.50.");
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
