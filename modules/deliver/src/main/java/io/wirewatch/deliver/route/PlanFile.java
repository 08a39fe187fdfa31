package io.wirewatch.deliver.route;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.contract.yaml.YamlTree;
import io.wirewatch.deliver.target.TargetSpec;
import io.wirewatch.deliver.target.TargetSpecs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code deliver.yaml} (UTF-8, at most 1 MiB): targets, the routing tree, hours, inhibitions.
 */
public final class PlanFile {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int MOST_TARGETS = 100;
  private static final Set<String> KNOWN = Set.of("targets", "hours", "route", "inhibit");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

  private final Problems problems;
  private final UnaryOperator<@Nullable String> environment;

  private PlanFile(String name, UnaryOperator<@Nullable String> environment) {
    this.problems = new Problems(name);
    this.environment = environment;
  }

  /**
   * What a file says.
   *
   * @param environment the value of a variable that targets name as {@code ${NAME}}; null where
   *     there is none
   * @throws UnusableFileException where it cannot be used; it has every problem with its line
   */
  public static FilePlan read(Path file, UnaryOperator<@Nullable String> environment)
      throws UnusableFileException {
    PlanFile reader = new PlanFile(file.toString(), environment);
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] all = bytes.readNBytes(MOST_BYTES + 1);
      if (all.length > MOST_BYTES) {
        throw reader.unusable("is over 1 MiB; take routes together by =~");
      }
      return reader.parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString());
    } catch (CharacterCodingException foreign) {
      throw reader.unusable("is no text in UTF-8; save it as such");
    } catch (IOException unreadable) {
      throw reader.unusable("cannot be read; give a file that exists");
    }
  }

  /** The same of a text; {@code name} stands before problems. */
  public static FilePlan parse(
      String name, String text, UnaryOperator<@Nullable String> environment)
      throws UnusableFileException {
    return new PlanFile(name, environment).parse(text);
  }

  private FilePlan parse(String text) throws UnusableFileException {
    Optional<Yaml.Mapping> root = YamlTree.read(text, problems);
    FilePlan plan = root.flatMap(this::plan).orElse(null);
    if (plan == null || !problems.isEmpty()) {
      throw problems.thrown();
    }
    return plan;
  }

  private UnusableFileException unusable(String what) {
    problems.add(1, what);
    return problems.thrown();
  }

  private Optional<FilePlan> plan(Yaml.Mapping file) {
    Fields fields = new Fields(file, "", problems);
    fields.knownAre(KNOWN);
    Yaml.Mapping named = fields.mapping("targets").orElse(Yaml.Mapping.empty(file.line()));
    List<TargetSpec> targets = targets(named);
    if (named.entries().isEmpty()) {
      problems.add(file.line(), "has no targets; write 'targets:' and below it a name each");
    }
    Map<String, NamedHours> hours = new HoursReader(problems).read(fields);
    RouteReader routes = new RouteReader(named.entries().keySet(), hours, problems);
    List<Inhibition> inhibitions = new InhibitionReader(problems).read(fields.items("inhibit"));
    Optional<Route> root =
        file.entries().containsKey("route")
            ? fields.mapping("route").map(routes::root)
            : routes.only(file.line());
    return root.map(
        route ->
            new FilePlan(
                targets,
                route,
                inhibitions,
                PlanWarnings.of(named.entries().keySet(), hours.keySet(), route)));
  }

  private List<TargetSpec> targets(Yaml.Mapping named) {
    List<TargetSpec> targets = new ArrayList<>();
    if (named.entries().size() > MOST_TARGETS) {
      problems.add(named.line(), "targets: more than %d; take some away".formatted(MOST_TARGETS));
      return targets;
    }
    named.entries().forEach((name, entry) -> target(name, entry).ifPresent(targets::add));
    return targets;
  }

  private Optional<TargetSpec> target(String name, Yaml.Entry entry) {
    if (!NAME.matcher(name).matches() || name.equals(Route.NOBODY)) {
      problems.add(
          entry.line(),
          "%s is no name of a target: 1 to 50 of A-Z, a-z, 0-9 and . _ -, and not %s"
              .formatted(Problems.quoted(name), Route.NOBODY));
      return Optional.empty();
    }
    if (entry.value() instanceof Yaml.Mapping settings) {
      return TargetSpecs.read(name, settings, problems, environment);
    }
    problems.add(entry.line(), name + ": needs settings below it, such as 'webhook: {url: …}'");
    return Optional.empty();
  }
}
