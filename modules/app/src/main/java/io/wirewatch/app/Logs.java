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

  static void configure(boolean verbose, LogLayout.Format format) {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.setStatusLevel(Level.ERROR).setShutdownHook("disable");
    LayoutComponentBuilder layout = LogLayout.of(format, builder);
    builder.add(fileAppender(builder, layout));
    RootLoggerComponentBuilder root = builder.newRootLogger(Level.INFO);
    root.add(builder.newAppenderRef("file"));
    if (verbose) {
      builder.add(consoleAppender(builder, layout));
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
      ConfigurationBuilder<BuiltConfiguration> builder, LayoutComponentBuilder layout) {
    return builder
        .newAppender("file", "RollingFile")
        .addAttribute("fileName", file().toString())
        .addAttribute("filePattern", file() + ".%i")
        .addAttribute("ignoreExceptions", true)
        .add(layout)
        .addComponent(
            builder
                .newComponent("Policies")
                .addComponent(
                    builder.newComponent("SizeBasedTriggeringPolicy").addAttribute("size", "10MB")))
        .addComponent(builder.newComponent("DefaultRolloverStrategy").addAttribute("max", "3"));
  }

  private static AppenderComponentBuilder consoleAppender(
      ConfigurationBuilder<BuiltConfiguration> builder, LayoutComponentBuilder layout) {
    return builder
        .newAppender("console", "Console")
        .addAttribute("target", ConsoleAppender.Target.SYSTEM_ERR)
        .add(layout);
  }
}
