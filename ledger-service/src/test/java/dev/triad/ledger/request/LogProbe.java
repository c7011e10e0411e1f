package dev.triad.ledger.request;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Logs what it is told, as no resource of the ledger does: for tests of what the log makes of it. */
@Path("/test/log")
public class LogProbe {
    @GET
    @Operation(hidden = true)
    @RunOnVirtualThread
    public String log(@QueryParam("name") String name) {
        Log.infof("probe name=%s", name);
        return "logged";
    }
}
