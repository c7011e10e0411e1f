package dev.triad.cli.imports;

import dev.triad.events.Asset;
import dev.triad.events.InvalidEventException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a currency and its decimals, such as {@code GBP/2}. */
final class AssetConverter implements ITypeConverter<Asset> {
    @Override
    public Asset convert(String typed) {
        try {
            return Asset.parse(typed);
        } catch (InvalidEventException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
