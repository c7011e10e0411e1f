package dev.triad.ledger.claims;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.account.TimeParameter;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.provision.ScaleParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The thesis, held up to several groups side by side. */
@Path("/api/v1/claims")
@Tag(name = "Claims")
public class ClaimComparisonResource {
    /** As many groups are compared. */
    static final int GROUPS_MAX = 16;

    /** A group's value and verdict. */
    public record VerdictView(
            @Nullable String value,

            @Schema(enumeration = {"holds", "fails", "not-applicable", "undecided"})
            String verdict,

            String why) {}

    /** A sentence, and what each group's accounts say of it. */
    public record ComparedView(
            int number, String claim, String metric, String threshold, Map<String, VerdictView> groups) {}

    /** All sentences. */
    public record ClaimsComparison(
            List<String> groups,
            @Nullable Instant from,
            @Nullable Instant to,
            List<ComparedView> claims) {}

    private final Groups groups;
    private final ClaimFigures figures;

    ClaimComparisonResource(Groups groups, ClaimFigures figures) {
        this.groups = groups;
        this.figures = figures;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "compareClaims", summary = "Each sentence of the thesis, company by company")
    public ClaimsComparison compare(
            @QueryParam("groups")
                    @Parameter(description = "separated by commas; else all that are declared", example = "amazon")
                    @Nullable
                    String names,
            @QueryParam("from") @Parameter(description = "inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to,
            @BeanParam ScaleParameter scale) {
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        Assumptions assumptions = Assumptions.usual()
                .with(Assumption.PROGRESS_RATIO, scale.economies().progressRatio());
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        for (String name : names(names)) {
            evidence.put(
                    name,
                    figures.of(new BookSpan.Asked(groups.known(name), Groups.ACTUAL, OpenBook.ACTUAL, start, end)));
        }
        List<ComparedView> claims = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            Map<String, VerdictView> verdicts = new LinkedHashMap<>();
            evidence.forEach((name, accounts) -> verdicts.put(name, view(claim.measure(accounts, assumptions))));
            claims.add(new ComparedView(claim.number(), claim.sentence(), claim.metric(), claim.condition(), verdicts));
        }
        return new ClaimsComparison(List.copyOf(evidence.keySet()), start, end, claims);
    }

    private List<String> names(@Nullable String asked) {
        List<String> names = asked == null || asked.isEmpty()
                ? groups.all().stream().map(Group::name).toList()
                : Arrays.stream(asked.split(",")).map(String::strip).distinct().toList();
        if (names.size() > GROUPS_MAX) {
            throw Problems.INVALID_PARAMETER.because("There are " + names.size() + " groups to compare; name at most "
                    + GROUPS_MAX + " of them in groups.");
        }
        return names;
    }

    private static VerdictView view(Outcome outcome) {
        return new VerdictView(
                outcome instanceof Outcome.Measured measured ? Values.shown(measured.value()) : null,
                outcome.verdict().code(),
                outcome.why());
    }
}
