package dev.triad.ledger.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;
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
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final LiveFeed feed;
    private final ObjectMapper mapper;

    StreamResource(LiveFeed feed, ObjectMapper mapper) {
        this.feed = feed;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @Operation(
            operationId = "stream",
            summary = "Entries with their events as they are posted (server-sent events)",
            description = "Events are named `entry`; `dropped` says how many a slow reader has lost; a comment is the"
                    + " heartbeat. The stream begins at now, and shows what this replica posts.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; it does not end",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public void stream(
            @QueryParam("group") @Nullable String group,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("type") @Parameter(example = "triad.sale.recorded.v1") @Nullable String type,
            @QueryParam("q") @Parameter(description = "free text, anywhere in the event or its postings") @Nullable
                    String text,
            @Context SseEventSink sink,
            @Context Sse sse)
            throws InterruptedException {
        Reader reader = feed.join(new StreamFilter(group, unit, type, text));
        try (sink) {
            send(sink, sse.newEventBuilder().comment("connected").build());
            while (!sink.isClosed()) {
                send(sink, sse, reader.take(HEARTBEAT_MILLIS));
            }
        } catch (CompletionException | IllegalStateException e) {
            // The reader has gone, or goes just now; there is nobody to tell.
            Log.debugf("stream reader has left reason=\"%s\"", e.getMessage());
        } finally {
            feed.leave(reader);
        }
    }

    private void send(SseEventSink sink, Sse sse, Reader.Taken taken) {
        if (taken.dropped() > 0) {
            send(
                    sink,
                    sse.newEventBuilder()
                            .name("dropped")
                            .data("{\"dropped\":" + taken.dropped() + "}")
                            .build());
        }
        for (StreamedEntry entry : taken.entries()) {
            send(
                    sink,
                    sse.newEventBuilder()
                            .id(entry.entry())
                            .name("entry")
                            .data(json(entry))
                            .build());
        }
        if (taken.entries().isEmpty()) {
            send(sink, sse.newEventBuilder().comment("heartbeat").build());
        }
    }

    /** Waits until the event is written: a slow reader slows only its own thread. */
    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }

    private String json(StreamedEntry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry always encodes", e);
        }
    }
}
