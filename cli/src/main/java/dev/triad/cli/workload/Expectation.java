package dev.triad.cli.workload;

import java.math.BigInteger;
import java.util.SortedMap;

/**
 * What a ledger must come to when it has taken up a whole stream, whichever way it arrived.
 *
 * @param balances the balance of each account that something was posted to, in the smallest unit of the group's
 *     asset, debits positive; they sum to zero
 * @param records how many records were sent, duplicates included
 * @param events how many different events they carry, each of which makes one entry of revision 0
 * @param duplicates how many records said something again
 * @param postings how many postings the entries have, repricings not counted
 */
public record Expectation(
        SortedMap<String, BigInteger> balances, long records, long events, long duplicates, long postings) {}
