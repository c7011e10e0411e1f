package dev.triad.ledger.allocation;

import dev.triad.ledger.fraction.Fractions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;

/**
 * How the cost of services reaches final departments by one method; all of it does. The methods are those of any textbook of
 * cost accounting, for instance Horngren, Datar and Rajan, Cost Accounting, chapter 15.
 *
 * @param passedOn what each service passed on, what it had been passed included
 * @param transfers from a service to a department, in the order in which they are made
 * @param finalCosts what each final department costs in the end
 */
public record Allocation(
        Map<String, BigFraction> passedOn, List<Transfer> transfers, Map<String, BigFraction> finalCosts) {
    /** A part of a service's cost, passed to a department. */
    public record Transfer(String from, String to, BigFraction amount) {}

    /** Each service passes its direct cost to the final departments alone, as if no service used another. */
    public static Allocation direct(Departments departments) {
        Steps steps = new Steps(departments);
        for (Department service : departments.services()) {
            steps.pass(service, service.directCost(), departments.finals(), "direct");
        }
        return steps.end();
    }

    /**
     * One service after the other passes on what it costs by then, to the final departments and to the services whose turn is
     * yet to come.
     */
    public static Allocation stepDown(Departments departments, List<Department> order) {
        Steps steps = new Steps(departments);
        for (int turn = 0; turn < order.size(); turn++) {
            List<Department> users = new ArrayList<>(order.subList(turn + 1, order.size()));
            users.addAll(departments.finals());
            steps.pass(order.get(turn), steps.cost(order.get(turn)), users, "step-down");
        }
        return steps.end();
    }

    /**
     * Services pass on to each other, too: what a service costs is x(i) = d(i) + Σ a(j,i) x(j), with a(j,i) the share of j that
     * i uses, solved exactly.
     */
    public static Allocation reciprocal(Departments departments) {
        List<Department> services = departments.services();
        Steps steps = new Steps(departments);
        List<Department> users = new ArrayList<>(services);
        users.addAll(departments.finals());
        List<BigFraction> costs = solve(services);
        for (int i = 0; i < services.size(); i++) {
            steps.pass(services.get(i), costs.get(i), users, "reciprocal");
        }
        return steps.end();
    }

    private static List<BigFraction> solve(List<Department> services) {
        int size = services.size();
        if (size == 0) {
            return List.of();
        }
        FieldMatrix<BigFraction> equations =
                MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), size);
        FieldVector<BigFraction> direct = new ArrayFieldVector<>(BigFractionField.getInstance(), size);
        for (int user = 0; user < size; user++) {
            direct.setEntry(user, services.get(user).directCost());
            for (int service = 0; service < size; service++) {
                equations.addToEntry(
                        user,
                        service,
                        services.get(service).share(services.get(user)).negate());
            }
        }
        return List.of(
                new FieldLUDecomposition<>(equations).getSolver().solve(direct).toArray());
    }

    /** The costs as they move. */
    private static final class Steps {
        private final Departments departments;
        private final Map<String, BigFraction> costs = new HashMap<>();
        private final Map<String, BigFraction> passedOn = new LinkedHashMap<>();
        private final List<Transfer> transfers = new ArrayList<>();

        Steps(Departments departments) {
            this.departments = departments;
            departments.all().forEach(department -> costs.put(department.name(), department.directCost()));
        }

        BigFraction cost(Department department) {
            return costs.getOrDefault(department.name(), BigFraction.ZERO);
        }

        /** Passes an amount to users in proportion to their shares. */
        void pass(Department service, BigFraction amount, List<Department> users, String method) {
            BigFraction shares =
                    Fractions.sum(users.stream().map(service::share).toList());
            if (shares.signum() == 0) {
                throw new NotApplicableException("none of those to whom the %s method passes the cost of %s on uses it"
                        .formatted(method, service.name()));
            }
            passedOn.put(service.name(), amount);
            for (Department user : users) {
                BigFraction part = amount.multiply(service.share(user)).divide(shares);
                if (part.signum() != 0) {
                    transfers.add(new Transfer(service.name(), user.name(), part));
                    costs.merge(user.name(), part, BigFraction::add);
                }
            }
        }

        Allocation end() {
            Map<String, BigFraction> finalCosts = new LinkedHashMap<>();
            departments.finals().forEach(department -> finalCosts.put(department.name(), cost(department)));
            return new Allocation(passedOn, transfers, finalCosts);
        }
    }
}
