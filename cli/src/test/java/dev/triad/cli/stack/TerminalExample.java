package dev.triad.cli.stack;

import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A command of docs/terminal.md.
 *
 * @param command as it stands there, for a shell
 * @param output what the page shows of it; empty where it shows nothing
 */
record TerminalExample(String command, Optional<String> output) {
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|console)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final String TRIAD = "./triad ";

    /** All but those that change the shell which reads the page. */
    static List<TerminalExample> all() throws IOException {
        String page = Files.readString(Home.find().resolve("docs/terminal.md"));
        List<TerminalExample> examples = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            String content = block.group(2);
            if (block.group(1).equals("sh")) {
                content.lines().forEach(line -> examples.add(new TerminalExample(line, Optional.empty())));
            } else {
                String[] commandAndOutput = content.split("\\n", 2);
                examples.add(new TerminalExample(
                        commandAndOutput[0].substring("$ ".length()), Optional.of(commandAndOutput[1])));
            }
        }
        return examples.stream()
                .filter(example -> example.command().startsWith(TRIAD))
                .toList();
    }

    /** Whether it is more than one command, or leaves a file where it is called. */
    boolean needsShell() {
        return command.contains(" | ") || command.contains(" -o ");
    }

    /** The command for a process, with the packaged command line for the script. */
    List<String> shell() {
        return List.of("sh", "-c", command.replace(TRIAD, CommandRun.shell() + " "));
    }

    /** What follows the script's name, where that is all. */
    String arguments() {
        return command.substring(TRIAD.length());
    }
}
