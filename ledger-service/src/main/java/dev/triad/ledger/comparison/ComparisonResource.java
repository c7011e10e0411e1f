package dev.triad.ledger.comparison;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.account.AccountFilter;
import dev.triad.ledger.account.LevelBalances;
import dev.triad.ledger.account.TimeParameter;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.policy.Codes;
import dev.triad.ledger.problem.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Books of a group side by side. */
@Path("/api/v1/books/compare")
@Tag(name = "Books")
public class ComparisonResource {
    /** The most books that are compared at once. */
    static final int BOOKS_MAX = 8;

    /** What a book comes to, and how much more that is than in the first book. */
    public record ComparedValue(String book, String amount, String difference) {}

    /** A unit, or a pair of units, in each of the books. */
    public record ComparedRow(
            @Nullable String unit,
            @Nullable String grantor,
            @Nullable String recipient,
            List<ComparedValue> values) {}

    /** Books side by side; the first is what the others are compared to. */
    public record ComparisonView(
            String group,
            String asset,
            String metric,
            List<String> books,
            @Nullable Instant from,
            @Nullable Instant to,

            @Schema(
                    description =
                            "Whether all books are shown as of one moment: what a book has not followed yet is derived for the"
                                    + " answer, unless it is too much")
            boolean atOneMoment,

            @Schema(
                    description =
                            "By book, how many links of the chain the actual book is ahead; 0 where it is of the moment")
            Map<String, Long> linksBehind,

            List<ComparedRow> rows) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final LevelBalances balances;

    ComparisonResource(Groups groups, Bookshelf shelf, LevelBalances balances) {
        this.groups = groups;
        this.shelf = shelf;
        this.balances = balances;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "compareBooks", summary = "Books side by side, unit by unit or pair by pair")
    public ComparisonView compare(
            @QueryParam("group") @NotNull @Parameter(example = "amazon") String group,
            @QueryParam("books")
                    @NotNull
                    @Parameter(
                            example = "actual,free-cloud",
                            description = "Names with commas between; the first is what the others are compared to")
                    String books,
            @QueryParam("metric")
                    @NotNull
                    @Parameter(
                            example = "operating-income",
                            description = "operating-income, intersegment-revenue, imputed-subsidy or external-revenue")
                    String metric,
            @QueryParam("from") @Parameter(description = "inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to) {
        Groups.Known known = groups.known(group);
        List<String> names = names(books);
        Metric by = metric(metric);
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        List<OpenBook> open =
                names.stream().map(name -> shelf.open(known, name)).toList();
        List<LevelBalances.Level> levels = balances.of(open, AccountFilter.all(known.id()), start, end);
        List<Map<Subject, BigInteger>> values = levels.stream()
                .map(level -> by.of(known.group(), level.turnovers().values()))
                .toList();
        Asset asset = known.group().asset();
        return new ComparisonView(
                group,
                asset.toString(),
                by.code(),
                names,
                start,
                end,
                levels.stream().allMatch(level -> level.linksBehind() == 0),
                behind(names, levels),
                Comparison.of(values).rows().stream()
                        .map(row -> view(asset, names, row))
                        .toList());
    }

    private static Map<String, Long> behind(List<String> names, List<LevelBalances.Level> levels) {
        Map<String, Long> behind = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            behind.put(names.get(i), levels.get(i).linksBehind());
        }
        return behind;
    }

    private static List<String> names(String books) {
        List<String> names = List.of(books.split(",", -1));
        if (names.size() > BOOKS_MAX || names.stream().distinct().count() < names.size()) {
            throw Problems.INVALID_PARAMETER.because(
                    "books must be 1 to " + BOOKS_MAX + " names with commas between, each once.");
        }
        return names;
    }

    private static Metric metric(String code) {
        try {
            return Codes.parse("metric", Metric.class, code);
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_PARAMETER.because(e.getMessage() + ".");
        }
    }

    private static ComparedRow view(Asset asset, List<String> names, Comparison.Row row) {
        List<ComparedValue> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Comparison.Value value = row.values().get(i);
            values.add(new ComparedValue(names.get(i), asset.format(value.amount()), asset.format(value.difference())));
        }
        Subject subject = row.subject();
        boolean isPair = subject.recipient() != null;
        return new ComparedRow(
                isPair ? null : subject.unit(), isPair ? subject.unit() : null, subject.recipient(), values);
    }
}
