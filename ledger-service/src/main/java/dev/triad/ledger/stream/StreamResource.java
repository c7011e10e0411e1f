package dev.triad.ledger.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.access.web.Access;
import dev.triad.ledger.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
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

/** What this ledger posts, as it posts it. */
@Path("/api/v1/stream")
@Tag(name = "Stream")
public class StreamResource {
    private final LiveFeed feed;
    private final ObjectMapper mapper;
    private final RoutingContext routing;
    private final Access access;

    StreamResource(LiveFeed feed, ObjectMapper mapper, RoutingContext routing, Access access) {
        this.feed = feed;
        this.mapper = mapper;
        this.routing = routing;
        this.access = access;
    }

    @GET
    @Needs(Role.READER)
    @RunOnVirtualThread
    @Operation(
            operationId = "stream",
            summary = "Entries with their events as they are posted (server-sent events)",
            description =
                    "It shows what this replica posts, from now on or, with `Last-Event-ID`, from where the reader was."
                            + " Events are named `hello`, `entry`, `counts` (each second) and `gap`, which says what the reader is not"
                            + " shown; a comment is the heartbeat. A reader that is too slow is shown less, and told how much less.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; it ends with the token, or not at all",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Response stream(
            @QueryParam("group") @Nullable String group,
            @BeanParam FilterParameters filter,
            @QueryParam("maxPerSecond")
                    @Parameter(description = "How many entries are wanted in a second; of more, some are sent, evenly")
                    @Nullable
                    Integer maxPerSecond,
            @QueryParam("lastEventId")
                    @Parameter(description = "As the header, for clients that cannot set it")
                    @Nullable
                    String lastEventId,
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The id of the last event that was received: the stream goes on after it")
                    @Nullable
                    String lastEventIdHeader) {
        if (maxPerSecond != null && (maxPerSecond < 1 || maxPerSecond > StreamLimits.PER_SECOND_EACH)) {
            throw Problems.INVALID_PARAMETER.because(
                    "maxPerSecond must be from 1 to " + StreamLimits.PER_SECOND_EACH + ".");
        }
        LiveFeed.Joined joined = feed.join(
                filter.filter(group).within(access.scope()),
                maxPerSecond,
                lastEventIdHeader == null ? lastEventId : lastEventIdHeader);
        Instant end = access.caller().expiresAt();
        BooleanSupplier isOver =
                () -> routing.response().closed() || !Instant.now().isBefore(end);
        StreamingOutput output = new LiveStream(feed, joined, mapper, isOver)::write;
        return Response.ok(output)
                .type(MediaType.SERVER_SENT_EVENTS_TYPE)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
