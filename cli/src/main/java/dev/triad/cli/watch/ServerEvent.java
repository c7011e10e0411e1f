package dev.triad.cli.watch;

/**
 * One event of a stream of server-sent events.
 *
 * @param name its name, {@code message} where the stream gave none
 * @param data its data, the lines of it with line feeds between
 */
record ServerEvent(String name, String data) {}
