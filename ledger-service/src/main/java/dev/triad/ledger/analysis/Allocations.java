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
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Allocates the shared costs of requests. */
@ApplicationScoped
class Allocations {
    private static final Map<String, Boolean> KINDS = Map.of("service", true, "final", false);

    AllocationView allocate(AllocationRequest request) {
        Departments departments;
        List<Department> order;
        try {
            departments = new Departments(
                    request.departments().stream().map(Allocations::department).toList());
            order = request.order() == null ? departments.usualOrder() : departments.inOrder(request.order());
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_BODY.because("In departments, " + e.getMessage() + ".");
        }
        Method direct = Method.of(() -> Allocation.direct(departments));
        Method stepDown = Method.of(() -> Allocation.stepDown(departments, order));
        Method reciprocal = Method.of(() -> Allocation.reciprocal(departments));
        return new AllocationView(
                Fractions.format(departments.total()),
                departments.finals().stream()
                        .map(department -> view(department, direct, stepDown, reciprocal))
                        .toList(),
                direct.view(),
                stepDown.view(),
                reciprocal.view());
    }

    private static Department department(AllocationRequest.DepartmentRequest department) {
        Boolean service = KINDS.get(department.kind());
        if (service == null) {
            throw Problems.INVALID_BODY.because(
                    "The kind of %s is service or final, not '%s'.".formatted(department.name(), department.kind()));
        }
        return new Department(
                department.name(),
                service,
                Numbers.number("the direct cost of " + department.name(), department.directCost()),
                department.usage() == null
                        ? Map.of()
                        : Numbers.notNegative("the share of " + department.name(), department.usage()));
    }

    private static AllocationView.FinalView view(
            Department department, Method direct, Method stepDown, Method reciprocal) {
        BigFraction solved = Objects.requireNonNull(reciprocal.cost(department), "it can always be solved");
        return new AllocationView.FinalView(
                department.name(),
                Fractions.format(department.directCost()),
                format(direct.cost(department)),
                format(stepDown.cost(department)),
                Fractions.format(solved),
                less(solved, direct.cost(department)),
                less(solved, stepDown.cost(department)));
    }

    private static @Nullable String format(@Nullable BigFraction number) {
        return number == null ? null : Fractions.format(number);
    }

    private static @Nullable String less(BigFraction number, @Nullable BigFraction other) {
        return other == null ? null : Fractions.format(number.subtract(other));
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

        AllocationView.MethodView view() {
            if (allocation == null) {
                return new AllocationView.MethodView(null, null, notApplicable);
            }
            Map<String, String> passedOn = new LinkedHashMap<>();
            allocation.passedOn().forEach((service, amount) -> passedOn.put(service, Fractions.format(amount)));
            return new AllocationView.MethodView(
                    passedOn,
                    allocation.transfers().stream()
                            .map(transfer -> new AllocationView.TransferView(
                                    transfer.from(), transfer.to(), Fractions.format(transfer.amount())))
                            .toList(),
                    null);
        }
    }
}
