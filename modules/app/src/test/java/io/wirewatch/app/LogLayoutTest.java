package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LogLayoutTest {
  private static final String FORGED =
      "quiet\n{\"level\":\"FORGED\"}\r\n\u001b[2Jin \"quotes\"\u2028";

  @TempDir Path directory;

  @Test
  void json_isOneObjectALine_whateverIsLogged() throws IOException {
    List<String> lines = logged(LogLayout.Format.JSON, FORGED, new IllegalStateException(FORGED));

    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("logger").asText()).isEqualTo("some.logger");
    assertThat(line.path("message").asText()).isEqualTo(FORGED);
    assertThat(line.path("error").asText()).startsWith("java.lang.IllegalStateException: quiet");
    assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z");
  }

  @Test
  void json_ofAVeryLongMessage_isCut() throws IOException {
    List<String> lines = logged(LogLayout.Format.JSON, "x".repeat(1 << 20), null);

    assertThat(lines.get(0)).hasSizeLessThan(20_000);
    assertThat(new ObjectMapper().readTree(lines.get(0)).path("message").asText())
        .startsWith("xxx");
  }

  @ParameterizedTest
  @EnumSource
  void noLayout_letsAMessageMakeALineOfTheLog(LogLayout.Format format) throws IOException {
    assertThat(logged(format, FORGED, new IllegalStateException(FORGED)))
        .noneMatch(line -> line.startsWith("{\"level\""))
        .noneMatch(line -> line.contains("\u001b"));
  }

  private List<String> logged(
      LogLayout.Format format, String message, @org.jspecify.annotations.Nullable Exception thrown)
      throws IOException {
    Path file = directory.resolve("log");
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.add(
        builder
            .newAppender("file", "File")
            .addAttribute("fileName", file.toString())
            .add(LogLayout.of(format, builder)));
    builder.add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef("file")));
    try (LoggerContext context = new LoggerContext("test")) {
      context.start(builder.build(false));
      context.getLogger("some.logger").error(message, thrown);
    }
    return Files.readString(file).lines().toList();
  }
}
