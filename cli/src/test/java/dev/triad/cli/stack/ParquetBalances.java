package dev.triad.cli.stack;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The sums by account of an exported Parquet file, those of zero left out. */
final class ParquetBalances {
    private ParquetBalances() {}

    static Map<String, BigDecimal> of(Path file) throws IOException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        try (ParquetFileReader parquet = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = parquet.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                balances.merge(rows.getString("account"), rows.getDecimal("amount"), BigDecimal::add);
            }
        }
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }
}
