package dev.triad.cli.faults;

import java.math.BigInteger;
import java.util.SortedMap;

/**
 * What the books say.
 *
 * @param posted how many of the events that were asked for are posted
 * @param doubled how many entries there are beyond one for each event, repricings left aside
 * @param journal the sums of all postings, by account, in the asset's smallest unit
 * @param balances the balances as the ledger keeps them, by account
 */
record Found(
        long posted, long doubled, SortedMap<String, BigInteger> journal, SortedMap<String, BigInteger> balances) {}
