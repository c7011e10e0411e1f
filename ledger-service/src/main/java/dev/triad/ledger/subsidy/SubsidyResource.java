package dev.triad.ledger.subsidy;

import static dev.triad.ledger.posting.AccountNames.COST_POOL;
import static dev.triad.ledger.posting.AccountNames.IMPUTED_SUBSIDY;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.account.AccountFilter;
import dev.triad.ledger.account.Balances;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.provision.ScaleParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The imputed subsidies between units: what was granted by charging less than the reference price, by selling devices below
 * cost for others, and by the volume that makes what is shared cheaper.
 */
@Path("/api/v1/groups/{group}/subsidies")
@Tag(name = "Subsidies")
public class SubsidyResource {
    /** The longest series. */
    static final int STEPS_MAX = 2_000;

    /** What one unit granted another, in all and by mechanism, and the accounts behind it. */
    public record GrossView(
            String grantor,
            String recipient,
            String amount,
            Map<String, String> byMechanism,

            @Schema(description = "Their statements lead to the entries and events")
            List<String> accounts) {}

    /** What remains of a pair after both directions. */
    public record NetView(String grantor, String recipient, String amount) {}

    /** One step of the series. */
    public record StepView(Instant from, List<GrossView> gross, List<NetView> net) {}

    /** The funding matrix of a span, and its series when an interval was asked for. */
    public record SubsidiesView(
            String group,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,

            @Schema(description = "What the mechanism scale assumes", examples = "0.85")
            String progressRatio,

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
    @Needs(Role.READER)
    @Operation(
            operationId = "subsidies",
            summary = "Who funds whom: imputed subsidies by pair and mechanism, gross and net",
            description =
                    "transfer-price and storefront were posted with the events. scale is computed: what each user of a shared"
                            + " capacity would pay more, at cost, for its own volume alone, granted by the others by volume;"
                            + " 'external' are the customers outside.")
    public SubsidiesView subsidies(
            @BeanParam BookSpan span,
            @BeanParam ScaleParameter scale,
            @QueryParam("interval") @Parameter(description = "hour, day, week or month: adds the series") @Nullable
                    String interval) {
        BookSpan.Asked asked = span.ask(groups, shelf);
        EconomiesOfScale economies = scale.economies();
        Map<String, BigInteger> moved = new TreeMap<>();
        filters(asked)
                .forEach(filter -> balances.turnovers(asked.open(), filter, asked.from(), asked.to())
                        .forEach((account, turnover) -> moved.put(account, turnover.balance())));
        FundingMatrix matrix = FundingMatrix.of(Flows.of(moved, economies));
        return new SubsidiesView(
                asked.group(),
                asked.book(),
                asked.asset().toString(),
                asked.from(),
                asked.to(),
                economies.progressRatio().toPlainString(),
                gross(asked.asset(), matrix),
                net(asked.asset(), matrix),
                interval,
                interval == null ? List.of() : series(asked, economies, Interval.parse(interval)));
    }

    private static List<AccountFilter> filters(BookSpan.Asked asked) {
        return List.of(
                AccountFilter.containing(asked.known().id(), IMPUTED_SUBSIDY),
                AccountFilter.containing(asked.known().id(), COST_POOL));
    }

    private List<StepView> series(BookSpan.Asked asked, EconomiesOfScale scale, Interval interval) {
        Map<Instant, Map<String, BigInteger>> steps = new TreeMap<>();
        filters(asked)
                .forEach(filter -> balances.series(asked.open(), filter, asked.from(), asked.to(), interval.code())
                        .forEach(step -> steps.computeIfAbsent(step.from(), _ -> new TreeMap<>())
                                .put(step.turnover().account(), step.turnover().balance())));
        if (steps.size() > STEPS_MAX) {
            throw Problems.INVALID_PARAMETER.because("The series has " + steps.size() + " steps; at most " + STEPS_MAX
                    + ": narrow the span or widen the interval.");
        }
        return steps.entrySet().stream()
                .map(step -> step(asked.asset(), step.getKey(), Flows.of(step.getValue(), scale)))
                .filter(step -> !step.gross().isEmpty())
                .toList();
    }

    private static StepView step(Asset asset, Instant from, List<SubsidyFlow> flows) {
        FundingMatrix matrix = FundingMatrix.of(flows);
        return new StepView(from, gross(asset, matrix), net(asset, matrix));
    }

    private static List<NetView> net(Asset asset, FundingMatrix matrix) {
        return matrix.net().stream()
                .map(net -> new NetView(net.grantor(), net.recipient(), asset.format(net.amount())))
                .toList();
    }

    private static List<GrossView> gross(Asset asset, FundingMatrix matrix) {
        return matrix.gross().stream()
                .map(gross -> {
                    Map<String, String> mechanisms = new TreeMap<>();
                    gross.byMechanism().forEach((name, amount) -> mechanisms.put(name, asset.format(amount)));
                    return new GrossView(
                            gross.grantor(),
                            gross.recipient(),
                            asset.format(gross.amount()),
                            mechanisms,
                            gross.accounts());
                })
                .toList();
    }
}
