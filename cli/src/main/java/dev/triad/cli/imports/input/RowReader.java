package dev.triad.cli.imports.input;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Reads a file record by record, in file order. */
public interface RowReader extends Closeable {
    /**
     * The next record, or null at the end of the file.
     *
     * @throws UnreadableFileException when nothing more can be read
     */
    @Nullable
    Item next();

    @Override
    void close();
}
