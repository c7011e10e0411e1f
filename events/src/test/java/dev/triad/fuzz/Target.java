package dev.triad.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A fuzz test.
 *
 * @param className the class that it stands in
 * @param method its name there
 */
record Target(String className, String method) {
    /** The fuzz tests of a class, by name. */
    static List<Target> in(String className) {
        try {
            return Arrays.stream(Class.forName(className).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(FuzzTest.class))
                    .map(Method::getName)
                    .sorted(Comparator.naturalOrder())
                    .map(method -> new Target(className, method))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(className, e);
        }
    }

    String name() {
        return className.substring(className.lastIndexOf('.') + 1) + '.' + method;
    }
}
