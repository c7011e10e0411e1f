package dev.triad.cli.imports;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format's name, and lists the names that there are. */
final class FormatNameConverter implements ITypeConverter<FormatName>, Iterable<String> {
    @Override
    public FormatName convert(String typed) {
        return FormatName.byName(typed)
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", names()) + " but was '" + typed + "'"));
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static Iterable<String> names() {
        return Arrays.stream(FormatName.values()).map(FormatName::toString).collect(Collectors.toList());
    }
}
