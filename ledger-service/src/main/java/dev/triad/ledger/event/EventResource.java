package dev.triad.ledger.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.events.InvalidEventException;
import dev.triad.events.Source;
import dev.triad.ledger.account.Entries;
import dev.triad.ledger.account.EntryId;
import dev.triad.ledger.account.EntryRow;
import dev.triad.ledger.account.EntryView;
import dev.triad.ledger.account.Statements;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import dev.triad.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events, what they posted and what that changed. */
@Path("/api/v1/events")
@Tag(name = "Events")
public class EventResource {
    static final int LOOKUP_MAX = 1_000;

    /** An account's balance around the event, in the order in which things happened. */
    public record TouchedBalance(String account, String before, String amount, String after) {}

    /** What keeps an event off the books. */
    public record SuspenseView(long id, String state, String reason, String detail) {}

    /** An event with all that came of it. */
    public record EventView(
            String source,
            String id,
            String state,
            @Nullable RecordView record,
            List<EntryView> entries,
            List<TouchedBalance> balances,
            @Nullable SuspenseView suspense) {}

    /** The event's record as it stands in the log. */
    public record RecordView(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            @Nullable JsonNode data) {}

    /** Which events to look up. */
    public record LookupRequest(
            @NotNull String source,
            @NotNull @Size(max = LOOKUP_MAX) List<@Valid @NotNull UUID> ids) {}

    /** Those of the events that the ledger has heard of. */
    public record LookupView(List<EventState> events) {}

    /** An event's state: posted, waiting or quarantined. */
    public record EventState(UUID id, String state) {}

    private final EventStates states;
    private final Entries entries;
    private final Statements statements;
    private final EventRecords records;
    private final Groups groups;

    EventResource(EventStates states, Entries entries, Statements statements, EventRecords records, Groups groups) {
        this.states = states;
        this.entries = entries;
        this.statements = statements;
        this.records = records;
        this.groups = groups;
    }

    @GET
    @Needs(Role.READER)
    @Path("/{group}/{unit}/{id}")
    @Operation(operationId = "event", summary = "An event, what it posted, and the balances that it moved")
    public EventView event(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @PathParam("unit") @Parameter(example = "store") String unit,
            @PathParam("id") UUID id) {
        Source source = source(group, unit);
        if (!groups.sees(source.group())) {
            throw unknown(source, id);
        }
        List<EntryRow> posted = entries.ofEvent(source.toString(), id);
        EventStates.@Nullable Held held = states.held(source, id).orElse(null);
        if (posted.isEmpty()) {
            if (held == null) {
                throw unknown(source, id);
            }
            return new EventView(
                    source.toString(),
                    id.toString(),
                    held.state(),
                    record(held.position()),
                    List.of(),
                    List.of(),
                    suspense(held));
        }
        Groups.Known known = groups.known(posted.getFirst().group());
        Asset asset = known.group().asset();
        return new EventView(
                source.toString(),
                id.toString(),
                EventStates.POSTED,
                records.read(posted.getFirst().id().position()),
                posted.stream().map(entry -> EntryView.of(asset, entry)).toList(),
                balances(known, posted),
                held == null ? null : suspense(held));
    }

    @POST
    @Needs(Role.READER)
    @Path("/lookup")
    @Operation(
            operationId = "lookupEvents",
            summary = "Which of these events the ledger has heard of, at most 1,000 at once")
    public LookupView lookup(@Valid @NotNull LookupRequest request) {
        Source source = parse(request.source());
        Map<UUID, String> found = groups.sees(source.group()) ? states.states(source, request.ids()) : Map.of();
        return new LookupView(request.ids().stream()
                .distinct()
                .filter(found::containsKey)
                .map(id -> new EventState(id, String.valueOf(found.get(id))))
                .toList());
    }

    private List<TouchedBalance> balances(Groups.Known known, List<EntryRow> posted) {
        Asset asset = known.group().asset();
        List<TouchedBalance> touched = new ArrayList<>();
        EntryRow own = posted.getFirst();
        Map<String, BigInteger> balances = statements.balancesAfter(known.id(), own);
        for (EntryRow.Leg leg : own.postings()) {
            BigInteger after = balances.getOrDefault(leg.account(), BigInteger.ZERO);
            BigInteger amount = BigInteger.valueOf(leg.amount());
            touched.add(new TouchedBalance(
                    leg.account(), asset.format(after.subtract(amount)), asset.format(amount), asset.format(after)));
        }
        return touched;
    }

    private @Nullable RecordView record(@Nullable String position) {
        return position == null
                ? null
                : EntryId.parse(position).map(id -> records.read(id.position())).orElse(null);
    }

    private static ProblemException unknown(Source source, UUID id) {
        return Problems.UNKNOWN_EVENT.because("The ledger has not heard of an event " + id + " of " + source + ".");
    }

    private static SuspenseView suspense(EventStates.Held held) {
        return new SuspenseView(held.id(), held.state(), held.reason(), held.detail());
    }

    private static Source source(String group, String unit) {
        return parse("/" + group + "/" + unit);
    }

    private static Source parse(String source) {
        try {
            return Source.parse(source);
        } catch (InvalidEventException | IndexOutOfBoundsException e) {
            throw Problems.INVALID_PARAMETER.because("The source must be /{group}/{unit}.");
        }
    }
}
