package dev.triad.ledger.book;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Books beside the actual ones: what if. */
@Path("/api/v1/books")
@Tag(name = "Books")
public class BookResource {
    private static final String JSON = "application/json";

    /** All books beside the actual ones. */
    public record BooksView(List<BookView> books) {}

    private final Bookshelf shelf;

    BookResource(Bookshelf shelf) {
        this.shelf = shelf;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Operation(
            operationId = "makeBook",
            summary = "Makes a book by another policy, in the background; then it follows the actual one")
    @APIResponse(
            responseCode = "200",
            description = "There is this very book already",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = BookView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being made; Location says how far it is",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = BookView.class)))
    public RestResponse<BookView> make(@NotNull @Valid BookRequest request) {
        Bookshelf.Made made = shelf.make(request);
        BookView view = BookView.of(made.book());
        return made.isNew()
                ? ResponseBuilder.create(RestResponse.Status.ACCEPTED, view)
                        .location(URI.create("/api/v1/books/" + view.book()))
                        .build()
                : RestResponse.ok(view);
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "books", summary = "All books beside the actual ones")
    public BooksView books() {
        return new BooksView(shelf.all().stream().map(BookView::of).toList());
    }

    @GET
    @Needs(Role.READER)
    @Path("/{book}")
    @Operation(operationId = "book", summary = "A book: its policy, how it stands and how far it is")
    public BookView book(@PathParam("book") @Parameter(example = "free-cloud") String book) {
        return BookView.of(shelf.named(book));
    }

    @DELETE
    @Needs(Role.OPERATOR)
    @Path("/{book}")
    @Operation(operationId = "deleteBook", summary = "Deletes a book, and gives back the space that it took")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("book") @Parameter(example = "free-cloud") String book) {
        shelf.delete(book);
    }
}
