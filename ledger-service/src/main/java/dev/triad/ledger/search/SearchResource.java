package dev.triad.ledger.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.ledger.account.TimeParameter;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.room.Room;
import dev.triad.ledger.stream.FilterParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The search of history. */
@Path("/api/v1/groups/{group}/entries")
@Tag(name = "Stream")
public class SearchResource {
    private final Groups groups;
    private final Searches searches;
    private final ObjectMapper mapper;
    private final RoutingContext routing;

    SearchResource(Groups groups, Searches searches, ObjectMapper mapper, RoutingContext routing) {
        this.groups = groups;
        this.searches = searches;
        this.mapper = mapper;
        this.routing = routing;
    }

    @GET
    @Needs(Role.READER)
    @RunOnVirtualThread
    @Operation(
            operationId = "entries",
            summary = "Entries with their events by accounting date, filtered as the stream is",
            description =
                    "As a page of JSON, or as server-sent events (`Accept: text/event-stream`): `entry`, `progress`"
                            + " and `end`. It begins with exactly the first entry at or after `from`, or with the last"
                            + " before `to`.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EntriesFound.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING))
            })
    public Response entries(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @BeanParam FilterParameters filter,
            @QueryParam("from") @Parameter(description = "An accounting date, inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to,
            @QueryParam("order") @DefaultValue("desc") @Parameter(description = "asc or desc") String order,
            @QueryParam("limit") @DefaultValue("" + SearchLimits.ENTRIES_DEFAULT) @Min(1) @Max(SearchLimits.ENTRIES_MAX)
                    int limit,
            @QueryParam("cursor") @Parameter(description = "Where an earlier search stopped, from its next") @Nullable
                    String cursor,
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The id of the last entry that was received, instead of a cursor")
                    @Nullable
                    String lastEventId,
            @HeaderParam("Accept") @Parameter(hidden = true) @Nullable String accept) {
        SearchOrder direction = SearchOrder.parse(order);
        String after = lastEventId == null ? cursor : lastEventId;
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        SearchRequest request = new SearchRequest(
                groups.known(group),
                filter.filter(group),
                start,
                end,
                direction,
                after == null ? null : SearchCursor.parse(after, direction),
                limit);
        return accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS) ? stream(request) : page(request);
    }

    private Response page(SearchRequest request) {
        try (Room.Place _ = searches.enter()) {
            return Response.ok(PageSearch.run(searches, request), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    private Response stream(SearchRequest request) {
        BooleanSupplier isGone = routing.response()::closed;
        StreamingOutput output =
                searches.enter().during(out -> StreamSearch.run(searches, request, mapper, out, isGone), routing);
        return Response.ok(output, MediaType.SERVER_SENT_EVENTS_TYPE)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
