package dev.triad.cli.watch;

/** The colours of a line, as SGR codes that every terminal knows. */
enum Colour {
    PLAIN(""),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** Text between this colour's code and the end of it. */
    String of(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
