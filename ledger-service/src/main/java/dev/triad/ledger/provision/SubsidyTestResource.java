package dev.triad.ledger.provision;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.account.Figures;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.costgame.CostGame;
import dev.triad.ledger.costgame.SubsidyTests;
import dev.triad.ledger.costgame.Violation;
import dev.triad.ledger.group.Groups;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Faulhaber's tests on a group's own accounts. */
@Path("/api/v1/groups/{group}/subsidy-tests")
@Tag(name = "Subsidies")
public class SubsidyTestResource {
    /** As many violations are named; all are counted. */
    static final int VIOLATIONS_MAX = 100;

    private final Groups groups;
    private final Bookshelf shelf;
    private final Figures figures;

    SubsidyTestResource(Groups groups, Bookshelf shelf, Figures figures) {
        this.groups = groups;
        this.shelf = shelf;
        this.figures = figures;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "subsidyTests",
            summary = "Whether any user of a unit's cost pools, or any coalition of them, subsidises another")
    public SubsidyTestsView tests(@BeanParam BookSpan span, @BeanParam ScaleParameter scale) {
        BookSpan.Asked asked = span.ask(groups, shelf);
        return new SubsidyTestsView(
                asked.group(),
                asked.book(),
                asked.asset().toString(),
                asked.from(),
                asked.to(),
                scale.economies().progressRatio().toPlainString(),
                Provision.of(figures.balances(asked)).stream()
                        .map(provision -> provider(asked, provision, scale))
                        .toList());
    }

    private static SubsidyTestsView.ProviderView provider(
            BookSpan.Asked asked, Provision provision, ScaleParameter scale) {
        Asset asset = asked.asset();
        return new SubsidyTestsView.ProviderView(
                provision.provider(),
                provision.costs().entrySet().stream()
                        .map(cost -> pool(asset, cost.getKey(), cost.getValue()))
                        .toList(),
                game(asset, provision, provision.tests(asked.capacityCost())),
                provision.players().size() > CostGame.PLAYERS_MAX
                        ? null
                        : game(asset, provision, provision.tests(scale.economies())));
    }

    private static SubsidyTestsView.PoolView pool(Asset asset, String account, Provision.Cost cost) {
        return new SubsidyTestsView.PoolView(
                cost.pool(),
                cost.fixed() ? "fixed" : "variable",
                cost.users().stream().sorted().toList(),
                asset.format(cost.amount()),
                account);
    }

    private static SubsidyTestsView.GameView game(Asset asset, Provision provision, SubsidyTests tests) {
        return new SubsidyTestsView.GameView(
                Money.format(asset, tests.cost()),
                Money.format(asset, tests.revenue()),
                Money.format(asset, tests.surplus()),
                tests.isSubsidyFree(),
                tests.ofEveryCoalition(),
                tests.players().stream()
                        .map(player -> player(asset, provision, player))
                        .toList(),
                tests.violations().size(),
                tests.violations().stream()
                        .limit(VIOLATIONS_MAX)
                        .map(violation -> violation(asset, provision, violation))
                        .toList());
    }

    private static SubsidyTestsView.TestedPlayer player(
            Asset asset, Provision provision, SubsidyTests.Benchmarks player) {
        return new SubsidyTestsView.TestedPlayer(
                player.player(),
                Money.format(asset, player.revenue()),
                Money.format(asset, player.standAlone()),
                Money.format(asset, player.incremental()),
                Money.format(asset, player.fullyDistributed()),
                Money.format(asset, player.shapley()),
                player.band().code(),
                paid(provision, player.player()));
    }

    private static SubsidyTestsView.TestViolation violation(Asset asset, Provision provision, Violation violation) {
        return new SubsidyTestsView.TestViolation(
                violation.coalition(),
                violation.test().code(),
                Money.format(asset, violation.amount()),
                violation.coalition().stream()
                        .flatMap(player -> paid(provision, player).stream())
                        .toList(),
                provision.costs().entrySet().stream()
                        .filter(cost -> isHeldAgainst(violation, cost.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static List<String> paid(Provision provision, String player) {
        return List.copyOf(provision.paid().getOrDefault(player, Map.of()).keySet());
    }

    /** What serving the coalition alone takes, or what nobody else needs. */
    private static boolean isHeldAgainst(Violation violation, Provision.Cost cost) {
        return switch (violation.test()) {
            case STAND_ALONE_COST -> !Collections.disjoint(cost.users(), violation.coalition());
            case INCREMENTAL_COST -> violation.coalition().containsAll(cost.users());
        };
    }
}
