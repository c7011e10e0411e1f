package dev.triad.ledger.analysis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Departments, what each costs, and who uses the services among them. Numbers are exact. */
public record AllocationRequest(
        @NotNull @Size(min = 1, max = AllocationRequest.DEPARTMENTS_MAX)
        List<@NotNull @Valid DepartmentRequest> departments,

        @Schema(
                description =
                        "In which order services step down; else first the one of which other services use most, then the"
                                + " dearest")
        @Nullable
        @Size(max = AllocationRequest.DEPARTMENTS_MAX)
        List<@NotNull String> order) {
    /** As many as can be solved exactly in a moment. */
    static final int DEPARTMENTS_MAX = 50;

    /** A department; a service says which share of it each department uses. */
    public record DepartmentRequest(
            @NotNull String name,

            @Schema(
                    description = "service passes its cost on, final keeps what reaches it",
                    enumeration = {"service", "final"})
            @NotNull
            String kind,

            @NotNull String directCost,

            @Schema(description = "Of a service, by department: shares that sum to 1, such as 0.25 or 1/6")
            @Nullable
            @Size(max = DEPARTMENTS_MAX)
            Map<String, @NotNull String> usage) {}
}
