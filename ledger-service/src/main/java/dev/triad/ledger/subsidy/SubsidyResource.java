package dev.triad.ledger.subsidy;

import dev.triad.events.Asset;
import dev.triad.ledger.account.AccountFilter;
import dev.triad.ledger.account.Balances;
import dev.triad.ledger.account.TimeParameter;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The imputed subsidies between units: what was granted by charging less than the reference price. */
@Path("/api/v1/groups/{group}/subsidies")
@Tag(name = "Subsidies")
public class SubsidyResource {
    /** The longest series. */
    static final int STEPS_MAX = 2_000;

    static final String PATH_PART = ":memo:imputed-subsidy:";

    /** What one unit granted another, in all and by mechanism. */
    public record GrossView(String grantor, String recipient, String amount, Map<String, String> byMechanism) {}

    /** What remains of a pair after both directions. */
    public record NetView(String grantor, String recipient, String amount) {}

    /** One step of the series. */
    public record StepView(Instant from, List<GrossView> gross) {}

    /** The funding matrix of a span, and its series when an interval was asked for. */
    public record SubsidiesView(
            String group,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,
            List<GrossView> gross,
            List<NetView> net,
            @Nullable String interval,
            List<StepView> series) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final Balances balances;

    SubsidyResource(Groups groups, Bookshelf shelf, Balances balances) {
        this.groups = groups;
        this.shelf = shelf;
        this.balances = balances;
    }

    @GET
    @Operation(
            operationId = "subsidies",
            summary = "Who funds whom: imputed subsidies by pair of units and mechanism, gross and net")
    public SubsidiesView subsidies(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("from") @Parameter(description = "inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to,
            @QueryParam("interval") @Parameter(description = "hour, day, week or month: adds the series") @Nullable
                    String interval) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        Asset asset = known.group().asset();
        AccountFilter filter = AccountFilter.containing(known.id(), PATH_PART);
        FundingMatrix matrix = FundingMatrix.of(flows(open, filter, start, end));
        return new SubsidiesView(
                group,
                book,
                asset.toString(),
                start,
                end,
                gross(asset, matrix),
                matrix.net().stream()
                        .map(net -> new NetView(net.grantor(), net.recipient(), asset.format(net.amount())))
                        .toList(),
                interval,
                interval == null ? List.of() : series(open, asset, filter, start, end, Interval.parse(interval)));
    }

    private List<SubsidyFlow> flows(OpenBook open, AccountFilter filter, @Nullable Instant from, @Nullable Instant to) {
        return balances.turnovers(open, filter, from, to).values().stream()
                .map(turnover -> SubsidyFlow.ofAccount(turnover.account(), null, turnover.balance()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<StepView> series(
            OpenBook open,
            Asset asset,
            AccountFilter filter,
            @Nullable Instant from,
            @Nullable Instant to,
            Interval interval) {
        Map<Instant, List<SubsidyFlow>> steps = new TreeMap<>();
        balances.series(open, filter, from, to, interval.code())
                .forEach(step -> SubsidyFlow.ofAccount(step.turnover().account(), step.from(), balance(step))
                        .ifPresent(flow -> steps.computeIfAbsent(step.from(), _ -> new ArrayList<>())
                                .add(flow)));
        if (steps.size() > STEPS_MAX) {
            throw Problems.INVALID_PARAMETER.because("The series has " + steps.size() + " steps; at most " + STEPS_MAX
                    + ": narrow the span or widen the interval.");
        }
        return steps.entrySet().stream()
                .map(step -> new StepView(step.getKey(), gross(asset, FundingMatrix.of(step.getValue()))))
                .toList();
    }

    private static BigInteger balance(Balances.Step step) {
        return step.turnover().balance();
    }

    private static List<GrossView> gross(Asset asset, FundingMatrix matrix) {
        return matrix.gross().stream()
                .map(gross -> {
                    Map<String, String> mechanisms = new TreeMap<>();
                    gross.byMechanism().forEach((name, amount) -> mechanisms.put(name, asset.format(amount)));
                    return new GrossView(gross.grantor(), gross.recipient(), asset.format(gross.amount()), mechanisms);
                })
                .toList();
    }
}
