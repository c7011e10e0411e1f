package dev.triad.ledger.intake;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the books are behind the log. */
@Path("/api/v1/intake")
@Tag(name = "Intake")
public class IntakeResource {
    private final RecentIntake intake;

    IntakeResource(RecentIntake intake) {
        this.intake = intake;
    }

    @GET
    @Needs(value = Role.READER, everyGroup = true)
    @Operation(
            operationId = "intake",
            summary = "How far the books have come in the log, at most a second ago; two answers tell how fast")
    public IntakeView intake() throws InterruptedException {
        return intake.view();
    }
}
