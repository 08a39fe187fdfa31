package io.wirewatch.app;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.api.LayoutComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.RootLoggerComponentBuilder;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * Where the log goes: to a file that stays small; to standard error too where the user asks for it.
 */
final class Logs {
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

  private Logs() {}

  /** The log file: {@code WIREWATCH_LOG}, or one in the user's state directory. */
  static Path file() {
    String wanted = System.getenv("WIREWATCH_LOG");
    if (wanted != null && !wanted.isBlank()) {
      return Path.of(wanted);
    }
    String state = System.getenv("XDG_STATE_HOME");
    Path home =
        state == null || state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return home.resolve("wirewatch").resolve("wirewatch.log");
  }

  static void configure(boolean verbose) {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.setStatusLevel(Level.ERROR).setShutdownHook("disable");
    builder.add(fileAppender(builder));
    RootLoggerComponentBuilder root = builder.newRootLogger(Level.INFO);
    root.add(builder.newAppenderRef("file"));
    if (verbose) {
      builder.add(consoleAppender(builder));
      root.add(builder.newAppenderRef("console"));
    }
    builder.add(root);
    BuiltConfiguration wanted = builder.build(false);
    LoggerContext context = Configurator.initialize(wanted);
    if (context.getConfiguration() != wanted) {
      // Something in this process has logged before.
      context.reconfigure(wanted);
    }
  }

  private static AppenderComponentBuilder fileAppender(
      ConfigurationBuilder<BuiltConfiguration> builder) {
    return builder
        .newAppender("file", "RollingFile")
        .addAttribute("fileName", file().toString())
        .addAttribute("filePattern", file() + ".%i")
        .addAttribute("ignoreExceptions", true)
        .add(layout(builder))
        .addComponent(
            builder
                .newComponent("Policies")
                .addComponent(
                    builder.newComponent("SizeBasedTriggeringPolicy").addAttribute("size", "10MB")))
        .addComponent(builder.newComponent("DefaultRolloverStrategy").addAttribute("max", "3"));
  }

  private static AppenderComponentBuilder consoleAppender(
      ConfigurationBuilder<BuiltConfiguration> builder) {
    return builder
        .newAppender("console", "Console")
        .addAttribute("target", ConsoleAppender.Target.SYSTEM_ERR)
        .add(layout(builder));
  }

  /** Without alwaysWriteExceptions, or every stack trace would follow once more as it is. */
  private static LayoutComponentBuilder layout(ConfigurationBuilder<BuiltConfiguration> builder) {
    return builder
        .newLayout("PatternLayout")
        .addAttribute("pattern", PATTERN)
        .addAttribute("alwaysWriteExceptions", false);
  }
}
