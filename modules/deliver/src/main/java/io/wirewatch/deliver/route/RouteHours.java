package io.wirewatch.deliver.route;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a route may tell.
 *
 * @param mute never in these
 * @param active only in these, where there are any
 */
record RouteHours(List<NamedHours> mute, List<NamedHours> active) implements Plan.Hours {
  static final RouteHours ALWAYS = new RouteHours(List.of(), List.of());

  RouteHours {
    mute = List.copyOf(mute);
    active = List.copyOf(active);
  }

  @Override
  public Optional<String> mutedAt(Instant time) {
    Optional<String> muted =
        mute.stream().filter(hours -> hours.holds(time)).map(NamedHours::name).findFirst();
    boolean idle = !active.isEmpty() && active.stream().noneMatch(hours -> hours.holds(time));
    return muted.or(() -> idle ? Optional.of("not " + names(active)) : Optional.empty());
  }

  /** As a tree shows it; empty where it may tell at any time. */
  @Override
  public String toString() {
    String never = mute.isEmpty() ? "" : "mute " + names(mute);
    String only = active.isEmpty() ? "" : "active " + names(active);
    return never + (never.isEmpty() || only.isEmpty() ? "" : ", ") + only;
  }

  private static String names(List<NamedHours> hours) {
    return hours.stream().map(NamedHours::name).collect(Collectors.joining(", "));
  }
}
