package dev.triad.ledger.export;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.account.Entries;
import dev.triad.ledger.account.TimeParameter;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.room.Room;
import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The journal for other people's tools, streamed: a large book needs no memory here. */
@Path("/api/v1/groups/{group}/export")
@Tag(name = "Export")
public class ExportResource {
    /** Each holds a connection to the database for as long as whoever takes it reads. */
    static final int AT_ONCE_MAX = 4;

    private final Groups groups;
    private final Bookshelf shelf;
    private final Entries entries;
    private final RoutingContext routing;
    private final List<JournalFormat> formats;
    private final Room room = new Room(AT_ONCE_MAX, Problems.TOO_MANY_EXPORTS);

    ExportResource(
            Groups groups, Bookshelf shelf, Entries entries, RoutingContext routing, @All List<JournalFormat> formats) {
        this.groups = groups;
        this.shelf = shelf;
        this.entries = entries;
        this.routing = routing;
        this.formats = formats;
    }

    @GET
    @Needs(Role.AUDITOR)
    @Operation(operationId = "export", summary = "The journal as hledger, Beancount or CSV")
    @APIResponse(
            responseCode = "200",
            description = "The journal, in the order in which things happened",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Response export(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @QueryParam("format") @DefaultValue("hledger") @Parameter(example = "hledger") String format,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("from") @Parameter(description = "inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        JournalFormat journal = formats.stream()
                .filter(candidate -> candidate.code().equals(format))
                .findFirst()
                .orElseThrow(() -> Problems.INVALID_PARAMETER.because("format must be hledger, beancount or csv."));
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        StreamingOutput output =
                room.enter().during(stream -> write(journal, known, open, start, end, stream), routing);
        return Response.ok(output).header("Content-Type", journal.mediaType()).build();
    }

    private void write(
            JournalFormat format,
            Groups.Known known,
            OpenBook open,
            @Nullable Instant from,
            @Nullable Instant to,
            OutputStream stream)
            throws IOException {
        Asset asset = known.group().asset();
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        format.begin(writer, known.group().name(), asset, entries.accountNames(open, known.id()));
        entries.forEach(open, known.id(), from, to, entry -> {
            try {
                format.entry(writer, asset, entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }
}
