package io.wirewatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.ingest.json.BoundedLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Alerts out of JSON lines, as {@link AlertJson} writes them; fields of others are let be. */
final class AlertLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_REGIONS = 1000;

  private final String file;
  private final Screen screen;

  /**
   * Lines of a file.
   *
   * @param file a path, or {@code -} for standard input
   */
  AlertLines(String file, Screen screen) {
    this.file = file;
    this.screen = screen;
  }

  /**
   * Hands on each alert; what is none is told. Returns the exit code.
   *
   * @throws Refusal where the file cannot be read or has no alert
   */
  int each(Consumer<Alert> taken) {
    int exit = 0;
    int alerts = 0;
    try (InputStream in = open()) {
      BoundedLines lines = new BoundedLines(in, LineWork.MOST_LINE_BYTES);
      for (var line = lines.next(); line != null; line = lines.next()) {
        Optional<Alert> alert = read(line);
        if (alert.isPresent()) {
          alerts++;
          taken.accept(alert.get());
        } else if (line.bytes().hasRemaining()) {
          screen.say(
              "%s:%d: no alert; give lines as 'up --once' prints them"
                  .formatted(file, line.number()));
          exit = 2;
        }
      }
    } catch (IOException failed) {
      throw new Refusal("cannot read " + file + ": " + failed.getMessage(), failed);
    }
    if (alerts == 0 && exit == 0) {
      throw new Refusal("no alert in " + file + ": give lines as 'up --once' prints them");
    }
    return exit;
  }

  private InputStream open() throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    if (!Files.isRegularFile(Path.of(file))) {
      throw new Refusal("no file " + file + ": give a file of JSON lines, or - for standard input");
    }
    return Files.newInputStream(Path.of(file));
  }

  private static Optional<Alert> read(BoundedLines.Line line) {
    if (line.tooLong() || !line.bytes().hasRemaining()) {
      return Optional.empty();
    }
    try {
      return Optional.of(alert(JSON.readTree(line.bytes().array(), 0, line.bytes().limit())));
    } catch (IOException | IllegalArgumentException | DateTimeException broken) {
      return Optional.empty();
    }
  }

  private static Alert alert(JsonNode line) {
    Instant observed = Instant.parse(text(line, "observedAt", "1970-01-01T00:00:00Z"));
    return Alert.newBuilder()
        .setId(needed(line, "id"))
        .setStatus(AlertStatus.valueOf(text(line, "status", "NEW")))
        .setRule(needed(line, "rule"))
        .setRuleVersion(text(line, "ruleVersion", ""))
        .setRuleSet("")
        .setSeverity(Severity.valueOf(needed(line, "severity").toUpperCase(Locale.ROOT)))
        .setArticle(text(line, "article", ""))
        .setRevision(line.path("revision").asInt(1))
        .setHeadline(text(line, "headline", ""))
        .setSource(text(line, "source", ""))
        .setLanguage(text(line, "language", "other"))
        .setObservedAt(observed)
        .setEventTime(
            line.hasNonNull("publishedAt") ? Instant.parse(needed(line, "publishedAt")) : observed)
        .setRegions(regions(line.path("regions")))
        .setMatches(List.of())
        .setStoryId(line.path("storyId").textValue())
        .setRoute(line.path("route").textValue())
        .build();
  }

  private static List<Region> regions(JsonNode list) {
    List<Region> regions = new ArrayList<>();
    for (JsonNode region : list) {
      if (regions.size() == MOST_REGIONS) {
        return regions;
      }
      regions.add(
          new Region(
              needed(region, "code"),
              RegionLevel.valueOf(needed(region, "level")),
              text(region, "name", ""),
              text(region, "country", ""),
              region.path("lat").asDouble(),
              region.path("lon").asDouble(),
              region.path("weight").asDouble()));
    }
    return regions;
  }

  private static String needed(JsonNode object, String field) {
    if (!object.path(field).isTextual()) {
      throw new IllegalArgumentException(field);
    }
    return object.path(field).textValue();
  }

  private static String text(JsonNode object, String field, String otherwise) {
    return object.path(field).asText(otherwise);
  }
}
