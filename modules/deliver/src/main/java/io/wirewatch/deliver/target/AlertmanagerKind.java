package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The settings of a Prometheus Alertmanager. */
final class AlertmanagerKind implements TargetKind {
  private static final Duration USUAL = Duration.ofDays(1);

  @Override
  public Optional<TargetSpec> read(Section section) {
    section.knownAre(HttpFields.with(Set.of("lasts")));
    Duration lasts = section.fields().span("lasts", USUAL);
    return new HttpFields(section)
        .read(Optional.empty())
        .map(
            http ->
                new OpenedSpec(
                    section.name(),
                    section.updates(Updates.ALL),
                    http.timeout(),
                    "alertmanager " + http,
                    clock -> new AlertmanagerTarget(http, lasts, clock)));
  }
}
