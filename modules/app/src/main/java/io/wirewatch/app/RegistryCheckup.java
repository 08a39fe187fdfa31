package io.wirewatch.app;

import io.wirewatch.contract.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How the registry is, and whether its clock goes as ours does. */
final class RegistryCheckup {
  /** What breaks first are tokens and certificates; they are given minutes. */
  private static final Duration MOST_SKEW = Duration.ofSeconds(30);

  private final SchemaRegistry registry;
  private final Clock clock;

  RegistryCheckup(SchemaRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** Whether it has, or would take, the schemas of this build. */
  List<Finding> schemas(Collection<String> routes) {
    List<SchemaVerdict> all = SchemaVerdict.all(registry, routes);
    String wrong =
        all.stream()
            .filter(SchemaVerdict::isIncompatible)
            .map(verdict -> verdict.subject().name())
            .collect(Collectors.joining(", "));
    if (!wrong.isEmpty()) {
      return List.of(
          Finding.ill(
              "registry",
              "would not take the schemas of " + wrong,
              "'wirewatch schemas check' says why"));
    }
    long there = all.stream().filter(v -> v.outcome() == SchemaVerdict.Outcome.REGISTERED).count();
    return List.of(
        Finding.well(
            "registry",
            "answers, has %d of %d schemas and would take the others"
                .formatted(there, all.size())));
  }

  /** Its clock beside ours. */
  List<Finding> clock() {
    registry.ping();
    Instant here = clock.instant();
    return List.of(
        registry
            .date()
            .map(there -> skew(Duration.between(there, here)))
            .orElseGet(() -> Finding.well("clock", "the registry does not say its time")));
  }

  private static Finding skew(Duration ahead) {
    String found =
        "this machine is %d s %s the registry's"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    return ahead.abs().compareTo(MOST_SKEW) > 0
        ? Finding.ill("clock", found, "have both ask the same time server")
        : Finding.well("clock", found);
  }
}
