package dev.triad.ledger.analysis;

import dev.triad.ledger.allocation.Allocation;
import dev.triad.ledger.allocation.Department;
import dev.triad.ledger.allocation.Departments;
import dev.triad.ledger.allocation.NotApplicableException;
import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Allocates the shared costs of requests. */
@ApplicationScoped
class Allocations {
    private static final Map<String, Boolean> KINDS = Map.of("service", true, "final", false);

    /**
     * Numbers grow while equations are solved, to as many digits as there are equations times those of the common
     * denominator: as long as that may become, in bits.
     */
    private static final int ELIMINATION_BITS_MAX = 8_192;

    AllocationView allocate(AllocationRequest request) {
        Numbers numbers =
                new Numbers(ELIMINATION_BITS_MAX / request.departments().size());
        Departments departments;
        List<Department> order;
        try {
            departments = new Departments(request.departments().stream()
                    .map(department -> department(numbers, department))
                    .toList());
            order = request.order() == null ? departments.usualOrder() : departments.inOrder(request.order());
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_BODY.because("In departments, " + e.getMessage() + ".");
        }
        return view(departments, order, Fractions::format);
    }

    /** @param format how an amount is shown */
    AllocationView view(Departments departments, List<Department> order, Function<BigFraction, String> format) {
        Method direct = Method.of(() -> Allocation.direct(departments));
        Method stepDown = Method.of(() -> Allocation.stepDown(departments, order));
        Method reciprocal = Method.of(() -> Allocation.reciprocal(departments));
        return new AllocationView(
                format.apply(departments.total()),
                departments.finals().stream()
                        .map(department -> view(department, direct, stepDown, reciprocal, format))
                        .toList(),
                direct.view(format),
                stepDown.view(format),
                reciprocal.view(format));
    }

    private static Department department(Numbers numbers, AllocationRequest.DepartmentRequest department) {
        Boolean service = KINDS.get(department.kind());
        if (service == null) {
            throw Problems.INVALID_BODY.because(
                    "The kind of %s is service or final, not '%s'.".formatted(department.name(), department.kind()));
        }
        return new Department(
                department.name(),
                service,
                numbers.number("the direct cost of " + department.name(), department.directCost()),
                department.usage() == null
                        ? Map.of()
                        : numbers.notNegative("the share of " + department.name(), department.usage()));
    }

    private static AllocationView.FinalView view(
            Department department,
            Method direct,
            Method stepDown,
            Method reciprocal,
            Function<BigFraction, String> format) {
        BigFraction solved = Objects.requireNonNull(reciprocal.cost(department), "it can always be solved");
        return new AllocationView.FinalView(
                department.name(),
                format.apply(department.directCost()),
                shown(direct.cost(department), format),
                shown(stepDown.cost(department), format),
                format.apply(solved),
                less(solved, direct.cost(department), format),
                less(solved, stepDown.cost(department), format));
    }

    private static @Nullable String shown(@Nullable BigFraction number, Function<BigFraction, String> format) {
        return number == null ? null : format.apply(number);
    }

    private static @Nullable String less(
            BigFraction number, @Nullable BigFraction other, Function<BigFraction, String> format) {
        return other == null ? null : format.apply(number.subtract(other));
    }

    /** What a method came to, or why it cannot be used. */
    private record Method(
            @Nullable Allocation allocation, @Nullable String notApplicable) {
        static Method of(Supplier<Allocation> method) {
            try {
                return new Method(method.get(), null);
            } catch (NotApplicableException e) {
                return new Method(null, e.getMessage());
            }
        }

        @Nullable
        BigFraction cost(Department department) {
            return allocation == null ? null : allocation.finalCosts().get(department.name());
        }

        AllocationView.MethodView view(Function<BigFraction, String> format) {
            if (allocation == null) {
                return new AllocationView.MethodView(null, null, notApplicable);
            }
            Map<String, String> passedOn = new LinkedHashMap<>();
            allocation.passedOn().forEach((service, amount) -> passedOn.put(service, format.apply(amount)));
            return new AllocationView.MethodView(
                    passedOn,
                    allocation.transfers().stream()
                            .map(transfer -> new AllocationView.TransferView(
                                    transfer.from(), transfer.to(), format.apply(transfer.amount())))
                            .toList(),
                    null);
        }
    }
}
