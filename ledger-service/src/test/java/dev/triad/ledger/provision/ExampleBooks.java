package dev.triad.ledger.provision;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** The books of the worked example: a cloud for customers outside, a store and devices. */
public final class ExampleBooks {
    private ExampleBooks() {}

    /** Debits less credits, by account. */
    public static Map<String, BigInteger> balances() {
        Map<String, BigInteger> balances = new TreeMap<>();
        put(balances, "cloud:expenses:cost-pool:centres:fixed:device:external:store", 60);
        put(balances, "cloud:expenses:cost-pool:centres:variable:external", 6);
        put(balances, "cloud:expenses:cost-pool:centres:variable:store", 3);
        put(balances, "cloud:expenses:cost-pool:centres:variable:device", 1);
        put(balances, "cloud:expenses:cost-pool:peak:fixed:store", 12);
        put(balances, "cloud:expenses:cost-pool:voice:fixed:device", 9);
        put(balances, "cloud:expenses:cost-pool:office:fixed:cloud", 5);
        put(balances, "cloud:revenue:external:compute", -76);
        put(balances, "store:expenses:intersegment:cloud:compute", 13);
        put(balances, "store:liabilities:intersegment:cloud", -13);
        put(balances, "cloud:assets:intersegment:store", 13);
        put(balances, "cloud:revenue:intersegment:store:compute", -13);
        put(balances, "device:expenses:intersegment:cloud:voice:echo:2026-w03", 3);
        put(balances, "device:liabilities:intersegment:cloud", -3);
        put(balances, "cloud:assets:intersegment:device", 3);
        put(balances, "cloud:revenue:intersegment:device:voice", -3);
        put(balances, "cloud:memo:imputed-subsidy:transfer-price:granted:store", -20);
        put(balances, "store:memo:imputed-subsidy:transfer-price:received:cloud", 20);
        put(balances, "cloud:memo:imputed-subsidy:transfer-price:granted:device", -8);
        put(balances, "device:memo:imputed-subsidy:transfer-price:received:cloud", 8);
        put(balances, "store:memo:imputed-subsidy:storefront:granted:device", -2);
        put(balances, "device:memo:imputed-subsidy:storefront:received:store:echo:2026-w03", 2);
        put(balances, "store:revenue:external:goods", -200);
        put(balances, "store:revenue:returns:matched", 10);
        put(balances, "store:expenses:cost-of-sales:goods", 120);
        put(balances, "device:revenue:external:device:echo:2026-w03", -29);
        put(balances, "device:expenses:cost-of-sales:device:echo:2026-w03", 31);
        return balances;
    }

    private static void put(Map<String, BigInteger> balances, String account, long balance) {
        balances.put(account, BigInteger.valueOf(balance));
    }
}
