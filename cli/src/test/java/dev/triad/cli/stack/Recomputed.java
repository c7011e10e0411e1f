package dev.triad.cli.stack;

import dev.triad.testing.Programs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The balances that programs of plain-text accounting compute from a journal, those of zero left out. */
final class Recomputed {
    private static final Map<String, String> ROOTS =
            Map.of("Assets", "assets", "Liabilities", "liabilities", "Income", "revenue", "Expenses", "expenses");

    private Recomputed() {}

    static Map<String, BigDecimal> byHledger(Path folder, Path journal) {
        return balances(Programs.run(
                folder,
                Map.of(),
                List.of("hledger", "-f", journal.toString(), "balance", "--flat", "--no-total", "-O", "csv")));
    }

    static Map<String, BigDecimal> byLedger(Path folder, Path journal) {
        String format = "%(account),%(display_total)\\n";
        return balances(Programs.run(
                folder,
                Map.of(),
                List.of("ledger", "-f", journal.toString(), "balance", "--flat", "--no-total", "--format", format)));
    }

    /** By Beancount, which must find no fault with the journal first. */
    static Map<String, BigDecimal> byBeancount(Path folder, Path journal) {
        Programs.run(folder, Map.of(), List.of("bean-check", journal.toString()));
        String query = "select account, sum(number) group by account";
        Map<String, BigDecimal> balances = new TreeMap<>();
        balances(Programs.run(folder, Map.of(), List.of("bean-query", "-f", "csv", journal.toString(), query)))
                .forEach((account, balance) -> balances.put(account(account), balance));
        return balances;
    }

    /** Lines of an account and its balance; others, such as a heading, are passed over. */
    private static Map<String, BigDecimal> balances(String lines) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        lines.lines().map(line -> line.replace("\"", "").split(",", -1)).forEach(cells -> {
            String amount = cells.length == 2 ? cells[1].replace("USD", "").strip() : "";
            if (amount.matches("-?\\d+\\.?\\d*") && new BigDecimal(amount).signum() != 0) {
                balances.put(cells[0].strip(), new BigDecimal(amount));
            }
        });
        return balances;
    }

    /** The account that Beancount has another name for. */
    private static String account(String name) {
        String plain = name.replace("-Dot-", ".").replace("-Low-", "_");
        if (plain.startsWith("Equity:Memo:")) {
            String[] unitAndRest = plain.substring("Equity:Memo:".length()).split(":", 2);
            return (unitAndRest[0] + ":memo:" + unitAndRest[1]).toLowerCase(Locale.ROOT);
        }
        String[] parts = plain.split(":", 3);
        return (parts[1] + ":" + ROOTS.get(parts[0]) + ":" + parts[2]).toLowerCase(Locale.ROOT);
    }
}
