package io.wirewatch.dashboard.ask;

import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.desk.DeskEntries;
import io.wirewatch.desk.DeskEntries.Author;
import io.wirewatch.desk.DeskTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people decide: written to {@code news.desk}, from where every page has it. Thread-safe. */
final class DeskRoutes implements AutoCloseable {
  /* A producer is opened for each write: 0.1 s at most, and people decide seldom. */
  private static final String PATH = "/api/desk";
  private static final int AT_ONCE = 4;

  private final Settings settings;
  private final Clock clock;
  private final Object silencing = new Object();
  private final Turns turns =
      new Turns(
          new Turns.Bounds(
              "desk",
              AT_ONCE,
              Duration.ofSeconds(20),
              "look whether it was written all the same before you do it again"));

  DeskRoutes(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.decision("POST", PATH, request -> turns.take(() -> decided(request))),
        Route.decision("DELETE", PATH, request -> turns.take(() -> takenBack(request))));
  }

  private Reply decided(Request request) {
    Given given = new Given(request.json());
    DeskKind kind = given.choice("kind", DeskKind.class);
    Author author = new Author(request.user().signature(), clock.instant());
    try {
      return Reply.json(201, DeskJson.of(written(given, kind, author)));
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private DeskEntry written(Given given, DeskKind kind, Author author) {
    if (kind == DeskKind.SILENCE) {
      return silenced(
          DeskEntries.silence(
              author,
              given.text("text").strip(),
              DeskEntries.matchers(given.texts("matchers")),
              given.time("until"),
              Optional.empty()));
    }
    DeskEntry entry =
        DeskEntries.about(author, kind, given.text("incident"), given.text("text").strip());
    DeskTopic.write(settings, entry);
    return entry;
  }

  private DeskEntry silenced(DeskEntry silence) {
    // One after the other: two that come at once may not both be the last that there is room for.
    synchronized (silencing) {
      long hold = DeskTopic.holding(settings, clock.instant());
      if (hold >= DeskEntries.MOST_SILENCES) {
        throw new IllegalArgumentException(
            "%,d silences hold already: end some, or take some together by =~".formatted(hold));
      }
      DeskTopic.write(settings, silence);
    }
    return silence;
  }

  private Reply takenBack(Request request) {
    String id =
        request.asked("id").orElseThrow(() -> new BadRequestException("which entry? give its id"));
    DeskEntry entry = DeskTopic.entries(settings).get(id);
    if (entry == null) {
      return Reply.error(404, "there is no such entry any more; load the page again");
    }
    if (entry.getSilence() != null) {
      return ended(entry);
    }
    if (entry.getKind() == DeskKind.COMMENT && !entry.getBy().equals(request.user().signature())) {
      return Reply.error(
          403, "only %s can take this comment back; write another".formatted(entry.getBy()));
    }
    DeskTopic.remove(settings, id);
    return Reply.nothing();
  }

  private Reply ended(DeskEntry silence) {
    try {
      DeskEntry ended = DeskEntries.ended(silence, clock.instant());
      DeskTopic.write(settings, ended);
      return Reply.json(200, DeskJson.of(ended));
    } catch (IllegalArgumentException over) {
      throw new BadRequestException(String.valueOf(over.getMessage()), over);
    }
  }

  @Override
  public void close() {
    turns.close();
  }
}
