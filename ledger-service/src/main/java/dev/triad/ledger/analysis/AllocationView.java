package dev.triad.ledger.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What each final department costs by each method, side by side. Numbers are exact: decimals, or fractions such as 125/3 where no
 * decimal is.
 */
public record AllocationView(
        @Schema(description = "What all departments cost, before and after", examples = "100000")
        String total,

        List<FinalView> finalDepartments,
        MethodView direct,
        MethodView stepDown,
        MethodView reciprocal) {
    /** A final department; a method that cannot be used leaves its number out. */
    public record FinalView(
            String department,
            String directCost,
            @Nullable String direct,
            @Nullable String stepDown,
            String reciprocal,

            @Schema(description = "Reciprocal less direct") @Nullable
            String reciprocalLessDirect,

            @Schema(description = "Reciprocal less step-down") @Nullable
            String reciprocalLessStepDown) {}

    /** How a method came to it. */
    public record MethodView(
            @Schema(
                    description =
                            "What each service passed on, what it had been passed included, in the order of passing")
            @Nullable
            Map<String, String> passedOn,

            @Nullable List<TransferView> transfers,

            @Schema(description = "Why the method cannot be used on these departments") @Nullable
            String notApplicable) {}

    /** A part of a service's cost, passed to a department. */
    public record TransferView(String from, String to, String amount) {}
}
