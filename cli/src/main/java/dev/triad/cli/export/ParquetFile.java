package dev.triad.cli.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.triad.events.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** Writes the ledger's CSV export as a Parquet file, row group by row group, so that its length takes no memory. */
final class ParquetFile {
    /** A row group is gathered in memory before it is written. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private ParquetFile() {}

    /**
     * Writes a file, over one that is there.
     *
     * @param csv the export, which is read to its end
     * @return how many postings
     */
    static long write(InputStream csv, Asset asset, Map<String, String> about, Path file) throws IOException {
        long rows = 0;
        try (ParquetWriter<PostingRow> parquet = new Builder(new LocalOutputFile(file), asset.scale(), about).build();
                CsvReader<NamedCsvRecord> records =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord posting : records) {
                parquet.write(PostingRow.of(posting));
                rows++;
            }
        }
        return rows;
    }

    private static final class Builder extends ParquetWriter.Builder<PostingRow, Builder> {
        private final PostingColumns columns;

        Builder(OutputFile file, int scale, Map<String, String> about) {
            super(file);
            columns = new PostingColumns(scale, about);
            withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .withRowGroupSize(ROW_GROUP_BYTES)
                    .withWriteMode(Mode.OVERWRITE);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<PostingRow> getWriteSupport(Configuration configuration) {
            return columns;
        }

        @Override
        protected WriteSupport<PostingRow> getWriteSupport(ParquetConfiguration configuration) {
            return columns;
        }
    }
}
