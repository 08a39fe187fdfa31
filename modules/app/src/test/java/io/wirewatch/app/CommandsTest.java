package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the list of commands says of each. */
final class CommandsTest {
  static Stream<CommandLine> commands() {
    return below(Wirewatch.command());
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void firstLine_standsAlone(CommandLine command) {
    // The list shows the first line of a description, and nothing else.
    assertThat(command.getCommandSpec().usageMessage().description()[0])
        .as(command.getCommandSpec().qualifiedName())
        .matches("[A-Z].*[.]");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommand_hasHelp(CommandLine command) {
    assertThat(command.getCommandSpec().findOption("--help"))
        .as(command.getCommandSpec().qualifiedName())
        .isNotNull();
  }
}
