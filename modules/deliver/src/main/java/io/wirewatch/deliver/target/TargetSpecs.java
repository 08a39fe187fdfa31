package io.wirewatch.deliver.target;

import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the targets of {@code deliver.yaml}. */
public final class TargetSpecs {
  private static final Map<String, TargetKind> KINDS =
      new TreeMap<>(
          Map.of(
              "webhook", new WebhookKind(),
              "file", new FileKind(),
              "mail", new MailKind(),
              "chat", new ChatKind(),
              "alertmanager", new AlertmanagerKind()));

  private TargetSpecs() {}

  /**
   * A target; empty where it cannot be read. Whatever is wrong with it is a problem, with its line
   * and never with its value.
   *
   * @param mapping one kind, and its settings below it: {@code webhook: {url: …}}
   * @param environment the value of a variable, for <code>${NAME}</code> in any value; null where
   *     it is not set
   */
  public static Optional<TargetSpec> read(
      String name,
      Yaml.Mapping mapping,
      Problems problems,
      UnaryOperator<@Nullable String> environment) {
    Section section =
        new Section(name, new Interpolation(environment, problems).of(mapping), problems);
    section.fields().knownAre(KINDS.keySet());
    if (mapping.entries().size() != 1) {
      section.fields().problem(mapping.line(), "needs one of " + String.join(", ", KINDS.keySet()));
      return Optional.empty();
    }
    String kind = mapping.entries().keySet().iterator().next();
    return Optional.ofNullable(KINDS.get(kind))
        .flatMap(known -> section.below(kind).flatMap(known::read));
  }
}
