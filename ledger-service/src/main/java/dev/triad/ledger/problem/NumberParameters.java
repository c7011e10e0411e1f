package dev.triad.ledger.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers in queries. By JAX-RS, one that cannot be read is an address that there is not (404); here it is a parameter
 * that is not valid, and the answer names it.
 */
@Provider
public class NumberParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Number>> READERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, Number> reader = READERS.get(type);
        return reader == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(query -> new Converter<T>(((QueryParam) query).value(), reader))
                        .findFirst()
                        .orElse(null);
    }

    private record Converter<T>(String name, Function<String, Number> reader) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // The reader is that of the type, which may be a primitive one.
        public T fromString(String text) {
            try {
                return (T) reader.apply(text);
            } catch (NumberFormatException e) {
                throw Problems.INVALID_PARAMETER.because(name + " must be a whole number.");
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
