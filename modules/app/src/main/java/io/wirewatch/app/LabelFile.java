package io.wirewatch.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.contract.ArticleId;
import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.replay.finding.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Labels of alerts as JSON lines: {@code {"article"|"url","rule","relevant"}}. */
final class LabelFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFile() {}

  /**
   * All labels of a file.
   *
   * @throws Refusal where a line is none; the message names it
   */
  static Labels read(Path file) {
    Labels labels = new Labels();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(labels, line, file + ":" + number);
        }
      }
    } catch (IOException unreadable) {
      throw new Refusal(
          "cannot read the labels in " + file + ": give a file of JSON lines", unreadable);
    }
    return labels;
  }

  private static void add(Labels labels, String line, String where) {
    try {
      JsonNode label = JSON.readTree(line);
      if (!label.path("rule").isTextual() || !label.path("relevant").isBoolean()) {
        throw wrong(where);
      }
      labels.add(
          label.get("rule").textValue(),
          article(label, where),
          label.get("relevant").booleanValue());
    } catch (JacksonException broken) {
      throw wrong(where);
    }
  }

  private static String article(JsonNode label, String where) {
    if (label.path("article").isTextual()) {
      return label.get("article").textValue();
    }
    if (!label.path("url").isTextual()) {
      throw wrong(where);
    }
    return CanonicalUrl.of(label.get("url").textValue())
        .map(ArticleId::ofUrl)
        .orElseThrow(() -> new Refusal(where + ": not a web address"));
  }

  private static Refusal wrong(String where) {
    return new Refusal(
        where
            + ": a label is {\"article\":\"ID\" or \"url\":\"…\",\"rule\":\"ID\",\"relevant\":true or false}");
  }
}
