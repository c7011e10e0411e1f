package dev.triad.ledger.cohort;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.events.Cohort;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.group.Groups;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Devices by week of sale. */
@Path("/api/v1/groups/{group}/cohorts")
@Tag(name = "Subsidies")
public class CohortResource {
    /** What products lost, cost and brought. */
    public record ResultView(
            @Schema(description = "What they were sold for, less refunds and what they cost to make")
            String hardwareMargin,

            @Schema(description = "What selling below cost lost for others: the storefront subsidy")
            String loss,

            @Schema(description = "What of that came back with returned products")
            String returned,

            @Schema(description = "What their use of the cloud was charged")
            String cloudCost,

            @Schema(description = "What of other units' sales they led to, after returns; never revenue")
            String attributedContribution,

            @Schema(description = "Skills and other virtual goods bought on them")
            String digitalContribution,

            @Schema(description = "Loss less returned, plus cloud cost, less contributions; below zero is a gain")
            String netBurden,

            @Schema(description = "nothing-to-pay-back, paid-back, projected or never")
            String payback,

            @Schema(description = "In how many weeks from the first, where there is an answer") @Nullable
            Long paybackWeeks,

            @Schema(description = "Week by week; weeks in which nothing moved are left out")
            List<WeekView> weeks) {}

    /** What a week brought and lost, as the payback counts it. */
    public record WeekView(
            @Schema(description = "Its first moment, a Monday in UTC")
            Instant from,

            @Schema(description = "Contributions less cloud cost")
            String gain,

            @Schema(description = "What is to be paid back, less what came back with returned products")
            String loss) {}

    /** A product's devices of a week of sale. */
    public record CohortView(String product, String week, boolean own, ResultView result) {}

    /** A unit's cohorts, and its own products beside other makers'. */
    public record CohortUnit(String unit, ResultView own, ResultView thirdParty, List<CohortView> cohorts) {}

    /** The cohorts of a group's units. */
    public record CohortsView(
            String group,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,
            List<CohortUnit> units) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final CohortFigures figures;

    CohortResource(Groups groups, Bookshelf shelf, CohortFigures figures) {
        this.groups = groups;
        this.shelf = shelf;
        this.figures = figures;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "cohorts",
            summary = "Devices by product and week of sale: loss, cloud cost, contributions, net burden and payback",
            description =
                    "A product is the unit's own when it sells it; all others are other makers', which cost nothing to"
                            + " produce.")
    public CohortsView cohorts(@BeanParam BookSpan span) {
        BookSpan.Asked asked = span.ask(groups, shelf);
        return new CohortsView(
                asked.group(),
                asked.book(),
                asked.asset().toString(),
                asked.from(),
                asked.to(),
                figures.of(asked).entrySet().stream()
                        .map(unit -> unit(asked.asset(), unit.getKey(), unit.getValue()))
                        .toList());
    }

    private static CohortUnit unit(Asset asset, String unit, CohortBook book) {
        Set<String> own = book.own();
        return new CohortUnit(
                unit,
                view(asset, book.total(true)),
                view(asset, book.total(false)),
                book.results().entrySet().stream()
                        .map(cohort -> cohort(asset, own, cohort.getKey(), cohort.getValue()))
                        .toList());
    }

    private static CohortView cohort(Asset asset, Set<String> own, Cohort cohort, CohortResult result) {
        return new CohortView(cohort.product(), cohort.week(), own.contains(cohort.product()), view(asset, result));
    }

    private static ResultView view(Asset asset, CohortResult result) {
        CohortResult.PaybackTime payback = result.payback();
        return new ResultView(
                asset.format(result.hardwareMargin()),
                asset.format(result.loss()),
                asset.format(result.returned()),
                asset.format(result.cloudCost()),
                asset.format(result.attributed()),
                asset.format(result.digital()),
                asset.format(result.netBurden()),
                payback.payback().code(),
                payback.weeks() == 0 ? null : payback.weeks(),
                result.countedWeeks().entrySet().stream()
                        .map(week -> week(asset, week.getKey(), week.getValue()))
                        .toList());
    }

    private static WeekView week(Asset asset, Instant from, CohortResult.Week week) {
        return new WeekView(from, asset.format(week.gain()), asset.format(week.loss()));
    }
}
