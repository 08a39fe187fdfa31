package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README names nothing that is not there: classes, topics, files, modules, commands. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void classes_named_exist() throws IOException {
    Set<String> known = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> known.add(name.substring(0, name.length() - ".java".length())));
    }

    assertThat(found("`([A-Z][A-Za-z]+)`")).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void topics_named_exist() throws IOException {
    Set<String> known =
        Topics.all(List.of()).stream()
            .map(Topic::name)
            .collect(Collectors.toCollection(TreeSet::new));
    known.add("news.alerts.");

    assertThat(found("\\b(news\\.[a-z.-]*[a-z.])(?=[^a-z])")).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void files_linked_exist() throws IOException {
    assertThat(found("\\]\\(([^)]+)\\)"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }

  @Test
  void modules_listed_areThoseOfTheBuild() throws IOException {
    String build = Files.readString(ROOT.resolve("pom.xml"));
    Set<String> built =
        Pattern.compile("<module>modules/([a-z]+)</module>")
            .matcher(build)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(found("(?m)^\\| `([a-z]+)` \\|")).isEqualTo(new TreeSet<>(built));
  }

  @Test
  void commands_listed_haveHelp() throws IOException {
    for (String command :
        found(
            "(?m)^    wirewatch ([a-z]+( check| test| match| explain| expand| diff| stats| publish| list| http| serve| show| create| register)?)")) {
      Stream<String> words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"));

      assertThat(InProcess.run(words.toList()).exit()).as(command).isZero();
    }
  }

  private static Set<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
