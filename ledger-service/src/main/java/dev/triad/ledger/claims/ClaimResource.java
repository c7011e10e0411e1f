package dev.triad.ledger.claims;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.provision.ScaleParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The thesis, held up to a group's accounts. */
@Path("/api/v1/groups/{group}/claims")
@Tag(name = "Claims")
public class ClaimResource {
    private final Groups groups;
    private final Bookshelf shelf;
    private final ClaimFigures figures;

    ClaimResource(Groups groups, Bookshelf shelf, ClaimFigures figures) {
        this.groups = groups;
        this.shelf = shelf;
        this.figures = figures;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "claims",
            summary =
                    "Each sentence of the thesis as a measured verdict, with its sensitivity and the accounts behind it")
    public ClaimsView claims(@BeanParam BookSpan span, @BeanParam ScaleParameter scale) {
        BookSpan.Asked asked = span.ask(groups, shelf);
        Evidence evidence = figures.of(asked);
        Assumptions assumptions = Assumptions.usual()
                .with(Assumption.PROGRESS_RATIO, scale.economies().progressRatio());
        List<ClaimsView.ClaimView> claims = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            claims.add(view(asked, claim, evidence, assumptions));
        }
        return new ClaimsView(asked.group(), asked.book(), asked.asset().toString(), asked.from(), asked.to(), claims);
    }

    private static ClaimsView.ClaimView view(
            BookSpan.Asked asked, Claim claim, Evidence evidence, Assumptions assumptions) {
        Outcome outcome = claim.measure(evidence, assumptions);
        Outcome.@Nullable Measured measured = outcome instanceof Outcome.Measured found ? found : null;
        return new ClaimsView.ClaimView(
                claim.number(),
                claim.sentence(),
                claim.metric(),
                claim.formula(),
                measured == null ? null : Values.shown(measured.value()),
                claim.condition(),
                outcome.verdict().code(),
                outcome.why(),
                measured == null ? Map.of() : measured.units(),
                measured == null ? Map.of() : figures(asked.asset(), measured.figures()),
                measured == null
                        ? List.of()
                        : claim.assumptions().stream()
                                .sorted()
                                .map(assumption -> view(Sensitivity.of(claim, evidence, assumptions, assumption)))
                                .toList(),
                measured == null ? List.of() : measured.accounts(),
                links(asked.group()));
    }

    private static Map<String, String> figures(Asset asset, Map<String, Figure> figures) {
        Map<String, String> shown = new TreeMap<>();
        figures.forEach((name, figure) -> shown.put(name, figure.shown(asset)));
        return shown;
    }

    private static ClaimsView.SensitivityView view(Sensitivity sensitivity) {
        Assumption assumption = sensitivity.assumption();
        return new ClaimsView.SensitivityView(
                assumption.code(),
                assumption.words(),
                sensitivity.value().toPlainString(),
                sensitivity.from().toPlainString(),
                sensitivity.to().toPlainString(),
                List.of(assumption.least().toPlainString(), assumption.most().toPlainString()));
    }

    private static List<String> links(String group) {
        String here = "/api/v1/groups/" + group + "/";
        return List.of(here + "subsidy-tests", here + "subsidies", here + "cohorts", here + "consolidation");
    }
}
