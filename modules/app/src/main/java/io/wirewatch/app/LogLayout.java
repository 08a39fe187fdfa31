package io.wirewatch.app;

import java.util.Locale;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.LayoutComponentBuilder;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** How a line of the log looks. In no layout can what came from outside make a line of its own. */
final class LogLayout {
  // Text from outside must not forge a line of the log: no line feeds in messages, a bar
  // before every line of a stack trace (an exception's message may have several); nor move a
  // cursor, where -v shows it.
  private static final String CONTROLS =
      "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]";
  private static final String PATTERN =
      "%d{ISO8601} %-5p [%t] %c{1.} %replace{%enc{%m}{CRLF}}{"
          + CONTROLS
          + "}{?}%n%replace{%replace{%throwable}{\\R(?=.)}{$0| }}{"
          + CONTROLS
          + "}{?}";

  // Strings of JSON have no line feeds, so an object is a line whatever is in it.
  private static final int MOST_CHARS = 16_384;
  private static final String TEMPLATE =
      """
      {"time": {"$resolver": "timestamp",
                "pattern": {"format": "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", "timeZone": "UTC"}},
       "level": {"$resolver": "level", "field": "name"},
       "logger": {"$resolver": "logger", "field": "name"},
       "thread": {"$resolver": "thread", "field": "name"},
       "message": {"$resolver": "message", "stringified": true},
       "error": {"$resolver": "exception", "field": "stackTrace", "stackTrace": {"stringified": true}}}
      """;

  private LogLayout() {}

  /** What a log is written as. */
  enum Format {
    TEXT,
    JSON
  }

  /** What {@code WIREWATCH_LOG_FORMAT} says, else text. */
  static Format usual() {
    String wanted = System.getenv("WIREWATCH_LOG_FORMAT");
    if (wanted == null || wanted.isBlank()) {
      return Format.TEXT;
    }
    return switch (wanted.strip().toLowerCase(Locale.ROOT)) {
      case "text" -> Format.TEXT;
      case "json" -> Format.JSON;
      default -> throw new Refusal("WIREWATCH_LOG_FORMAT takes text or json");
    };
  }

  static LayoutComponentBuilder of(
      Format format, ConfigurationBuilder<BuiltConfiguration> builder) {
    return format == Format.JSON ? json(builder) : text(builder);
  }

  /** Without alwaysWriteExceptions, or every stack trace would follow once more as it is. */
  private static LayoutComponentBuilder text(ConfigurationBuilder<BuiltConfiguration> builder) {
    return builder
        .newLayout("PatternLayout")
        .addAttribute("pattern", PATTERN)
        .addAttribute("alwaysWriteExceptions", false);
  }

  private static LayoutComponentBuilder json(ConfigurationBuilder<BuiltConfiguration> builder) {
    return builder
        .newLayout("JsonTemplateLayout")
        .addAttribute("eventTemplate", TEMPLATE)
        .addAttribute("eventDelimiter", "\n")
        .addAttribute("maxStringLength", MOST_CHARS);
  }
}
