package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Whose turn it is, of the sources that this instance has. For one thread. */
public final class Timetable {
  private final HostGates gates;
  private final Map<String, Place> places = new HashMap<>();

  private static final class Place {
    private final Source source;
    private FeedState state;
    private boolean taken;

    Place(Source source, FeedState state) {
      this.source = source;
      this.state = state;
    }

    private String host() {
      return Visit.host(Call.address(source, state));
    }
  }

  /** A source whose turn it is, with what is known of it. */
  public record Turn(Source source, FeedState state) {}

  /** A timetable of nobody. */
  public Timetable(HostGates gates) {
    this.gates = gates;
  }

  /** Takes in a source, with what is known of it, if anything is. */
  public void add(Source source, Optional<FeedState> known) {
    FeedState state =
        known
            .map(before -> Known.ofSameAddress(source, before))
            .orElseGet(() -> Known.nothingOf(source));
    places.put(source.name(), new Place(source, state));
  }

  /** Has no longer any of the sources with such names. */
  public void removeIf(Predicate<String> name) {
    places.keySet().removeIf(name);
  }

  /** What is known of each of them. */
  List<FeedState> states() {
    return places.values().stream().map(place -> place.state).toList();
  }

  /** How many sources there are. */
  public int size() {
    return places.size();
  }

  /** Whether somebody waits for a turn whose time has come. */
  boolean isDue(Instant now) {
    return places.values().stream()
        .anyMatch(place -> isWaiting(place) && !place.state.getNextPoll().isAfter(now));
  }

  /** Those whose turn it is now, longest due first; their hosts' gates are entered. */
  public List<Turn> take(Instant now) {
    List<Turn> turns = new ArrayList<>();
    places.values().stream()
        .filter(place -> isWaiting(place) && !place.state.getNextPoll().isAfter(now))
        .sorted(
            Comparator.comparing((Place place) -> place.state.getNextPoll())
                .thenComparing(place -> place.source.name()))
        .forEach(
            place -> {
              if (gates.tryEnter(place.host(), now)) {
                place.taken = true;
                turns.add(new Turn(place.source, place.state));
              }
            });
    return turns;
  }

  /** Whether a source that is here has a turn under way. */
  boolean isBusy(String name) {
    Place place = places.get(name);
    return place != null && place.taken;
  }

  /** A turn out of turn, in which nobody is asked; empty where the source is not here, or busy. */
  Optional<Turn> take(String name) {
    return Optional.ofNullable(places.get(name))
        .filter(Timetable::isWaiting)
        .map(
            place -> {
              place.taken = true;
              return new Turn(place.source, place.state);
            });
  }

  /** A turn has been taken, and came to that; ignored where the source is no longer here. */
  public void done(FeedState after) {
    Place place = places.get(after.getSource());
    if (place != null) {
      place.state = after;
      place.taken = false;
    }
  }

  /** When the next turn can be; empty where none waits. */
  public Optional<Instant> next() {
    return places.values().stream()
        .filter(Timetable::isWaiting)
        .map(
            place -> {
              Instant free = gates.freeAt(place.host());
              Instant due = place.state.getNextPoll();
              return free.isAfter(due) ? free : due;
            })
        .min(Comparator.naturalOrder());
  }

  private static boolean isWaiting(Place place) {
    return !place.taken && !place.state.getGone();
  }
}
