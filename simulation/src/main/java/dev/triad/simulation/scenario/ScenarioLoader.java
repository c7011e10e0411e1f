package dev.triad.simulation.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.triad.events.InvalidEventException;
import dev.triad.events.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads scenario files. A group is looked for in the given folder first, then among those that come with
 * Triad. Every refusal names the file, the place in it and what is wrong there.
 */
public final class ScenarioLoader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Optional<Path> folder;

    public ScenarioLoader(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The scenario of a group.
     *
     * @throws ScenarioException when there is none, or when it cannot be used
     */
    public Scenario load(String group) {
        if (!Names.isName(group)) {
            throw new ScenarioException("triad.scenarios names \"" + group + "\", which is no group's name");
        }
        Scenario scenario = read(group);
        if (!scenario.group().equals(group)) {
            throw new ScenarioException(group + ".yaml: group must be " + group + ", as the file is called");
        }
        return scenario;
    }

    private Scenario read(String group) {
        String file = group + ".yaml";
        try (InputStream own = open(file)) {
            return parse(file, own);
        } catch (IOException e) {
            throw new ScenarioException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream open(String file) throws IOException {
        if (folder.isPresent() && Files.isReadable(folder.get().resolve(file))) {
            return Files.newInputStream(folder.get().resolve(file));
        }
        InputStream stream = ScenarioLoader.class.getResourceAsStream("/scenarios/" + file);
        if (stream == null) {
            throw new ScenarioException("there is no scenario " + file + "; put one into triad.scenario-folder");
        }
        return stream;
    }

    /** Reads a scenario from YAML; the name is for messages. */
    public static Scenario parse(String file, InputStream yaml) throws IOException {
        try {
            return YAML.readValue(yaml, Scenario.class);
        } catch (JsonMappingException e) {
            throw new ScenarioException(file + ": " + place(e) + reason(e), e);
        } catch (JsonProcessingException e) {
            throw new ScenarioException(
                    file + " is not YAML that can be read, line "
                            + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    private static String place(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String reason(JsonMappingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScenarioException || cause instanceof InvalidEventException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return e.getOriginalMessage();
    }
}
