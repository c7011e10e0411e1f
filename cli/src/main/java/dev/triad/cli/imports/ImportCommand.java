package dev.triad.cli.imports;

import dev.triad.cli.ExitCode;
import dev.triad.cli.access.TokenOption;
import dev.triad.cli.imports.delivery.Delivery;
import dev.triad.cli.imports.delivery.DryRun;
import dev.triad.cli.imports.delivery.KafkaDelivery;
import dev.triad.cli.imports.delivery.Ledger;
import dev.triad.cli.imports.format.AnnualReport;
import dev.triad.cli.imports.format.Format;
import dev.triad.cli.imports.format.ReportChoice;
import dev.triad.cli.imports.format.Settings;
import dev.triad.cli.imports.format.StructuredLines;
import dev.triad.cli.imports.input.CsvRows;
import dev.triad.cli.imports.input.InputFile;
import dev.triad.cli.imports.progress.ConsoleProgress;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.kafka.BrokerSettingsOption;
import dev.triad.cli.signing.SigningOption;
import dev.triad.events.Asset;
import dev.triad.events.Names;
import dev.triad.events.Source;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code triad import}. Exit codes: 0 when the file is imported, rejected lines or not; 1 when it could not be, when
 * {@code --strict} found a bad line, or when the ledger quarantined or never took up what was sent; 2 for wrong
 * usage.
 */
@Command(
        name = "import",
        description = "Imports a file as events. Importing it again changes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad import cloudevents my-events.jsonl",
            "  ./triad import online-retail orders.csv.gz --group shop",
            "  ./triad import focus bill.csv --group mycompany --consumer-tag business_unit --internal --dry-run"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}",
            converter = FormatNameConverter.class,
            completionCandidates = FormatNameConverter.class)
    private FormatName name;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file, plain or gzip.")
    private Path path;

    @Option(
            names = "--group",
            paramLabel = "G",
            description = "The group whose data it is, such as acme; annual-report has one for each company.")
    private @Nullable String group;

    @Option(
            names = "--unit",
            paramLabel = "U",
            description = "The unit it comes from: store, cloud or device unless given; not for annual-report.")
    private @Nullable String unit;

    @Option(
            names = "--asset",
            paramLabel = "GBP/2",
            converter = AssetConverter.class,
            description = "Currency and decimals of the group; each format has its own default.")
    private @Nullable Asset asset;

    @Option(names = "--dry-run", description = "Reads and reports; sends nothing.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Sends nothing and fails when any line cannot be read.")
    private boolean strict;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Writes every rejected line's number and reason.")
    private @Nullable Path rejects;

    @Option(
            names = "--round",
            description = "Rounds an amount with more decimals than the asset, half-even; else its line is rejected.")
    private boolean round;

    @Option(names = "--encoding", defaultValue = "UTF-8", description = "The file's encoding (${DEFAULT-VALUE}).")
    private Charset encoding = StandardCharsets.UTF_8;

    @Option(names = "--consumer", paramLabel = "T", description = "azure-llm: the tenant that used the tokens.")
    private @Nullable String consumer;

    @Option(
            names = "--rate",
            paramLabel = "PRICE",
            description = "azure-llm, slurp: publishes the price of one token or interaction; without it usage waits.")
    private @Nullable BigDecimal rate;

    @Option(
            names = "--consumer-tag",
            paramLabel = "TAG",
            description = "focus: the tag that names the consumer, such as business_unit; else the sub-account does.")
    private @Nullable String consumerTag;

    @Option(
            names = "--internal",
            description = "focus: the bill is the group's own; its consumers are units, and its sum the cloud's cost.")
    private boolean internal;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "annual-report: posts the figures on this basis only, such as \"GAAP incl SBC\".")
    private @Nullable String basis;

    @Option(
            names = "--include-unsourced",
            description = "annual-report: posts what nobody published too, into a group of its own, G-unsourced.")
    private boolean includeUnsourced;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "The Kafka broker (${DEFAULT-VALUE}).")
    private String bootstrapServers;

    @Mixin
    private final BrokerSettingsOption brokerSettings = new BrokerSettingsOption();

    @Mixin
    private final SigningOption signing = new SigningOption();

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The ledger (${DEFAULT-VALUE}).")
    private URI ledger;

    @Mixin
    private final TokenOption token = new TokenOption();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the ledger may come no further at the end (${DEFAULT-VALUE}); 0 not to wait.")
    private int wait;

    @Override
    public Integer call() {
        Format format = format();
        return run(InputFile.of(path), format);
    }

    private int run(InputFile file, Format format) {
        Progress progress = new ConsoleProgress(System.err);
        Importer importer = new Importer(file, encoding, format, progress);
        ImportReport report = new ImportReport(spec.commandLine().getOut(), format.measure());
        long rows;
        try (Rejects found = new Rejects(file.name(), strict ? rejects : null)) {
            rows = importer.survey(found);
            if (strict && found.count() > 0) {
                report.printRejects(found);
                spec.commandLine().getErr().println("nothing was sent, since --strict allows no rejected line");
                return ExitCode.FAILED;
            }
        }
        try (Rejects found = new Rejects(file.name(), rejects)) {
            ImportResult result = importer.read(rows, found, () -> delivery(progress));
            report.print(result, dryRun, waitingHint());
            return result.delivered().failed() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private String waitingHint() {
        String suspense = "%s/api/v1/suspense shows what each waits for".formatted(ledger);
        return name.needsRate() && rate == null
                ? "usage waits until its rate is known: the same command with --rate PRICE publishes one; " + suspense
                : suspense;
    }

    private Delivery delivery(Progress progress) {
        if (dryRun) {
            return new DryRun();
        }
        Ledger asked = new Ledger(ledger, token.token());
        asked.requireAdmission();
        return KafkaDelivery.connect(
                brokerSettings.access(bootstrapServers),
                signing.signer(bootstrapServers),
                asked,
                Duration.ofSeconds(wait),
                name.restates(),
                progress);
    }

    private Format format() {
        requireSuited(List.of(FormatName.FOCUS), "--consumer-tag", consumerTag != null);
        requireSuited(List.of(FormatName.FOCUS), "--internal", internal);
        requireSuited(List.of(FormatName.AZURE_LLM), "--consumer", consumer != null);
        requireSuited(
                Stream.of(FormatName.values()).filter(FormatName::needsRate).toList(), "--rate", rate != null);
        requireSuited(List.of(FormatName.ANNUAL_REPORT), "--basis", basis != null);
        requireSuited(List.of(FormatName.ANNUAL_REPORT), "--include-unsourced", includeUnsourced);
        if (rate != null && rate.signum() < 0 || wait < 0) {
            throw usage("--rate and --wait must not be negative");
        }
        if (name == FormatName.CLOUDEVENTS) {
            return new StructuredLines(group);
        }
        if (name == FormatName.ANNUAL_REPORT) {
            return annualReport();
        }
        if (group == null) {
            throw usage("Missing required option: '--group=G'");
        }
        requireName("--group", group);
        requireName("--unit", unit);
        requireName("--consumer", consumer);
        return name.with(settings(group));
    }

    private Format annualReport() {
        if (unit != null) {
            throw usage("--unit does not apply to annual-report, whose rows name their segments");
        }
        requireName("--group", group);
        String reported = group == null ? groupOfFile() : group;
        if (includeUnsourced && !Names.isName(reported + AnnualReport.UNSOURCED_SUFFIX)) {
            throw usage("--group is too long for the name of a second one, %s%s"
                    .formatted(reported, AnnualReport.UNSOURCED_SUFFIX));
        }
        return new AnnualReport(settings(reported), new ReportChoice(includeUnsourced, basis));
    }

    private Settings settings(String ofGroup) {
        return new Settings(
                new Source(ofGroup, Objects.requireNonNullElse(unit, name.unit())),
                Objects.requireNonNullElse(asset, name.asset()),
                round,
                consumer,
                consumerTag,
                internal,
                rate);
    }

    private String groupOfFile() {
        try (CsvRows rows = new CsvRows(InputFile.of(path), encoding, AnnualReport.allColumns(), new AtomicLong())) {
            return AnnualReport.groupOf(rows::has);
        }
    }

    private void requireName(String option, @Nullable String given) {
        if (given != null && !Names.isName(given)) {
            throw usage("%s takes a name of lower-case letters, digits, '.', '_' and '-', such as %s"
                    .formatted(option, Names.slug(given)));
        }
    }

    private void requireSuited(List<FormatName> formats, String option, boolean given) {
        if (given && !formats.contains(name)) {
            throw usage(option + " does not apply to " + name);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
