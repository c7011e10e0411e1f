package dev.triad.cli.imports.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    private static final List<Column> COLUMNS =
            List.of(Column.required("Name"), Column.required("Price", "UnitPrice"), Column.optional("Note"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void columnsAreFoundByNameInAnyOrderAndUnderTheirOtherNames() throws IOException {
        assertThat(read("UnitPrice, name ,Other\n1.50,tin robot,x\n")).containsExactly("2 tin robot 1.50 null");
    }

    @Test
    void emptyAndNullAreNothing() throws IOException {
        assertThat(read("Name,Price,Note\na,1,\nb,2,NULL\nc,3, n \n"))
                .containsExactly("2 a 1 null", "3 b 2 null", "4 c 3 n");
    }

    @Test
    void quotedFieldsHoldCommasQuotesAndLines() throws IOException {
        assertThat(read("Name,Price,Note\n\"a, b\",1,\"say \"\"hi\"\"\"\nc,2,\"two\nlines\"\nd,3,\n"))
                .containsExactly("2 a, b 1 say \"hi\"", "3 c 2 two\nlines", "5 d 3 null");
    }

    @Test
    void aByteOrderMarkCarriageReturnsBlankLinesAndAMissingLastLineEndDoNoHarm() throws IOException {
        assertThat(read("\uFEFFName,Price\r\n\r\na,1\r\n\r\nb,2")).containsExactly("3 a 1 null", "5 b 2 null");
    }

    @Test
    void aRowOfAnotherWidthIsRejectedAlone() throws IOException {
        assertThat(read("Name,Price\na,1\nb\nc,3,4\nd,4\n"))
                .containsExactly(
                        "2 a 1 null",
                        "3! 1 fields, where the header names 2",
                        "4! 3 fields, where the header names 2",
                        "5 d 4 null");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws IOException {
        assertThat(read("Name,Price\na,1\n\"b,2\nc,3\nd,4\n"))
                .containsExactly("2 a 1 null", "3! a quote is opened and not closed", "4 c 3 null", "5 d 4 null");
    }

    @Test
    void aQuoteThatAnotherFieldHappensToCloseCostsItsOwnLineOnly() throws IOException {
        assertThat(read("Name,Price\n\"a,1\nb,2\n\"c, d\",3\n"))
                .containsExactly("2! a quote is opened and not closed", "3 b 2 null", "4 c, d 3 null");
    }

    @Test
    void textBehindAClosedQuoteIsRejected() throws IOException {
        assertThat(read("Name,Price\n\"a\"b,1\nc,2\n")).hasSize(2).last().isEqualTo("3 c 2 null");
    }

    @Test
    void aLineTooLongForMemoryIsSkippedAndTheRestGoesOn() throws IOException {
        String huge = "x".repeat(3 * LineReader.LINE_BYTES_MAX);

        assertThat(read("Name,Price\na,1\n" + huge + ",2\nc,3\n"))
                .containsExactly("2 a 1 null", "3! longer than 1048576 bytes", "4 c 3 null");
    }

    @Test
    void aHeaderWithoutARequiredColumnNamesItAndIsShown() throws IOException {
        Path file = write("Name;Cost\u001b[2J;Note\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("data.csv has no column Name, Price; its first line, which should name the columns,"
                        + " reads: Name;Cost?[2J;Note");
    }

    @Test
    void anotherEncodingIsSaidWithTheFirstLineThatShowsIt() throws IOException {
        Path file = write("Name,Price\na,1\nprix en £,2\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(open(file)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("data.csv is not in UTF-8: line 3 is the first that is not; name its encoding,"
                        + " such as --encoding windows-1252");
    }

    @Test
    void theEncodingThatIsNamedIsUsed() throws IOException {
        Path file = write("Name,Price\nprix en £,2\n", StandardCharsets.ISO_8859_1);

        assertThat(read(new CsvRows(InputFile.of(file), StandardCharsets.ISO_8859_1, COLUMNS, new AtomicLong())))
                .containsExactly("2 prix en £ 2 null");
    }

    private List<String> read(String content) throws IOException {
        return read(open(write(content, StandardCharsets.UTF_8)));
    }

    private Path write(String content, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), content, charset);
    }

    private static CsvRows open(Path file) {
        return new CsvRows(InputFile.of(file), StandardCharsets.UTF_8, COLUMNS, new AtomicLong());
    }

    private static List<String> read(CsvRows rows) {
        List<String> read = new ArrayList<>();
        try (rows) {
            for (Item item = rows.next(); item != null; item = rows.next()) {
                read.add(
                        switch (item) {
                            case Row row ->
                                "%d %s %s %s"
                                        .formatted(
                                                row.line(),
                                                row.required("Name"),
                                                row.required("Price"),
                                                row.optional("Note"));
                            case Rejected(long line, String reason) -> line + "! " + reason;
                        });
            }
        }
        return read;
    }
}
