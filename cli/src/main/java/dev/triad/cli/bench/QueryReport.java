package dev.triad.cli.bench;

import java.util.Map;

/**
 * How quick the ledger answers, by question.
 *
 * @param entriesBefore how many entries were on the books at the beginning
 * @param entriesAfter how many at the end
 * @param clients how many clients asked at the same time, each the next question as soon as it had its answer
 * @param idle while nothing else happened
 * @param draining while a producer sent as fast as it could and the ledger posted what it sent
 * @param drainedPerSecond records posted in a second beside the questions
 */
public record QueryReport(
        long entriesBefore,
        long entriesAfter,
        int clients,
        Map<String, Answers> idle,
        Map<String, Answers> draining,
        Spread drainedPerSecond) {
    /** The answers to one kind of question. */
    public record Answers(Percentiles times, Spread requestsPerSecond) {}
}
