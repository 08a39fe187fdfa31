package io.wirewatch.dashboard.ask;

import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.why.ArticleName;
import io.wirewatch.why.Groups;
import io.wirewatch.why.Question;
import io.wirewatch.why.Tracing;
import io.wirewatch.why.TrailJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What became of one article, as {@code wirewatch why --json} says it. Thread-safe. */
final class WhyRoute implements AutoCloseable {
  /* Each question opens a Tracing of its own: it is for one thread, holds up to four consumers with their buffers, and one
   * that was broken off is not to be used again. With that, a question takes 0.3 s where the topics hold little. */
  private static final int AT_ONCE = 2;

  private final Settings settings;
  private final Groups groups;
  private final Question.Rules rules;
  private final Turns turns =
      new Turns(
          new Turns.Bounds(
              "why",
              AT_ONCE,
              Duration.ofSeconds(60),
              "'wirewatch why --within P1D' on a command line looks at the newest only"));

  WhyRoute(Settings settings, Groups groups, Question.Rules rules) {
    this.settings = settings;
    this.groups = groups;
    this.rules = rules;
  }

  Route route() {
    return Route.get("/api/why", this::reply);
  }

  private Reply reply(Request request) {
    ArticleName name =
        request
            .asked("article")
            .flatMap(ArticleName::of)
            .orElseThrow(
                () ->
                    new BadRequestException(
                        "neither an id of an article nor an address: give the whole id as alerts have it, or its URL"));
    Question question =
        new Question(
            name.id(),
            name.inputs(),
            Instant.EPOCH,
            request.asked("rule"),
            Optional.empty(),
            rules);
    return turns.take(() -> answer(question));
  }

  private Reply answer(Question question) {
    try (Tracing tracing = new Tracing(settings, groups)) {
      byte[] trail = TrailJson.of(tracing.trail(question)).getBytes(StandardCharsets.UTF_8);
      return new Reply.Whole(200, "application/json", trail, Map.of());
    }
  }

  @Override
  public void close() {
    turns.close();
  }
}
