package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.PollBounds;
import io.wirewatch.ingest.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TimetableTest {
  private static final Instant NOW = SimulatedClock.MONDAY;

  private final HostGates gates = new HostGates(2, Duration.ofSeconds(1));
  private final Timetable timetable = new Timetable(gates);

  @Test
  void take_severalOfOneHost_givesOneAtATimeAndPauses() {
    add("a", "http://one.test/a", NOW.minusSeconds(2));
    add("b", "http://one.test:8080/b", NOW.minusSeconds(1));

    assertThat(names(NOW)).containsExactly("a");
    assertThat(names(NOW)).isEmpty();
    gates.leave("one.test", NOW.plusSeconds(1));
    assertThat(timetable.next()).contains(NOW.plusSeconds(1));
    assertThat(names(NOW)).isEmpty();
    assertThat(names(NOW.plusSeconds(1))).containsExactly("b");
  }

  @Test
  void take_manyHosts_givesNoMoreThanMayRunAtOnce() {
    add("a", "http://one.test/", NOW.minusSeconds(3));
    add("b", "http://two.test/", NOW.minusSeconds(2));
    add("c", "http://three.test/", NOW.minusSeconds(1));

    assertThat(names(NOW)).containsExactly("a", "b");
    gates.leave("one.test", NOW);
    assertThat(names(NOW)).containsExactly("c");
  }

  @Test
  void take_beforeItsTime_givesNothing() {
    add("a", "http://one.test/", NOW.plusSeconds(60));

    assertThat(names(NOW)).isEmpty();
    assertThat(timetable.next()).contains(NOW.plusSeconds(60));
  }

  @Test
  void take_aHostThatWantsRest_waits() {
    add("a", "http://one.test/", NOW);
    gates.rest("one.test", NOW.plusSeconds(600));
    gates.rest("one.test", NOW.plusSeconds(60));

    assertThat(names(NOW.plusSeconds(599))).isEmpty();
    assertThat(names(NOW.plusSeconds(600))).containsExactly("a");
  }

  @Test
  void done_ofASourceThatWasGivenUp_isIgnored() {
    add("a", "http://one.test/", NOW);
    List<Timetable.Turn> turns = timetable.take(NOW);
    timetable.removeIf(name -> name.equals("a"));

    timetable.done(turns.get(0).state());

    assertThat(timetable.size()).isZero();
    assertThat(timetable.next()).isEmpty();
  }

  private List<String> names(Instant now) {
    return timetable.take(now).stream().map(turn -> turn.source().name()).toList();
  }

  private void add(String name, String address, Instant next) {
    Source source =
        new Source(
            name,
            URI.create(address),
            Optional.empty(),
            Labels.NONE,
            PollBounds.USUAL,
            Access.PLAIN);
    FeedState state = Known.nothingOf(source);
    state.setNextPoll(next);
    timetable.add(source, Optional.of(state));
  }
}
