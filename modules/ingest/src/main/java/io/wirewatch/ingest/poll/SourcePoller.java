package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.Refusals;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.feed.FeedHints;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.FetchFailedException;
import io.wirewatch.ingest.web.WebAnswer;
import io.wirewatch.ingest.websub.HubLinks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks one source once and publishes what is new. What it decides depends on the source, its state,
 * the answer and the clock alone; it starts no thread. Thread-safe.
 */
public final class SourcePoller {
  private final Tools tools;
  private final Robots robots;

  /**
   * What a poll is done with.
   *
   * @param web asks addresses
   * @param gates keep polls from meeting at a host
   * @param sink takes what is new
   * @param pushes what hubs bring beside
   */
  public record Tools(Web web, HostGates gates, ReadingSink sink, Pushes pushes, Clock clock) {}

  /** A poller that has asked nobody for robots.txt yet. */
  public SourcePoller(Tools tools) {
    this.tools = tools;
    this.robots = new Robots(tools.clock());
  }

  /**
   * Polls a source. The gate of the host of its address must have been entered; it is left.
   *
   * @return its state after that, when everything new is published
   */
  public FeedState poll(Source source, FeedState before) {
    FeedState known = Known.ofSameAddress(source, before);
    Instant now = tools.clock().instant();
    Ledger ledger = Ledger.open(source, known, now);
    try (Visit visit = new Visit(source, Visit.host(Call.address(source, known)), tools)) {
      WebAnswer answer = new Call(source, known, robots, ledger).answer(visit);
      visit.leave();
      return outcome(new Work(source, known, ledger, now), answer);
    } catch (FetchFailedException failed) {
      return ledger.failed(failed.kind().word(), String.valueOf(failed.getMessage()));
    } catch (Call.KeptAwayException away) {
      String reason = String.valueOf(away.getMessage());
      return away.isForbidden() ? ledger.forbidden(reason) : ledger.failed("robots-away", reason);
    }
  }

  /**
   * Takes what a hub brought of a source, as if it had been polled; nobody is asked.
   *
   * @return its state after that, when everything new is published
   */
  FeedState pushed(Source source, FeedState before, WebAnswer brought) {
    FeedState known = Known.ofSameAddress(source, before);
    Instant now = tools.clock().instant();
    Work work = new Work(source, known, Ledger.ofPush(source, known, now), now);
    Contents contents = read(work, brought);
    Seen seen = Seen.of(known.getSeen());
    try {
      Ledger.Published published = publish(work, seen, contents.readings());
      return work.ledger().brought(published, seen, contents.unusable());
    } catch (CompletionException refused) {
      // A poll brings it again.
      return FeedState.newBuilder(known).setNextPoll(now).build();
    }
  }

  /**
   * What a content came to.
   *
   * @param unusable why nothing of it can be used, or nothing
   * @param hints where it is a feed
   */
  private record Contents(List<Reading> readings, String unusable, Optional<FeedHints> hints) {}

  private record Work(Source source, FeedState known, Ledger ledger, Instant now) {}

  private FeedState outcome(Work work, WebAnswer answer) {
    Ledger ledger = work.ledger();
    if (answer.status() == 200) {
      return content(work, answer);
    }
    if (answer.status() == 304 && work.known().getBodyHash() != null) {
      ledger.validators(answer);
      return ledger.notModified(answer);
    }
    // Where it has moved to may be gone and its own address not.
    if (answer.status() == 410 && work.known().getMovedTo() == null) {
      return ledger.gone();
    }
    String kind = "http-" + answer.status();
    if (Waits.isBusy(answer)) {
      Instant until = Waits.asked(answer, work.now()).orElse(Instant.EPOCH);
      return ledger.failedUntil(kind, "asks to be left alone (" + answer.status() + ")", until);
    }
    return ledger.failed(kind, "answered " + answer.status());
  }

  private FeedState content(Work work, WebAnswer answer) {
    Ledger ledger = work.ledger();
    byte[] body = answer.body();
    String hash = Fingerprint.of(new String(body, StandardCharsets.ISO_8859_1));
    if (hash.equals(work.known().getBodyHash())) {
      ledger.validators(answer);
      return ledger.same(answer, "nothing new (the same content)");
    }
    Seen seen = Seen.of(work.known().getSeen());
    Contents contents = read(work, answer);
    try {
      Ledger.Published published = publish(work, seen, contents.readings());
      ledger.validators(answer);
      ledger.content(hash, seen);
      ledger.hints(contents.hints().map(PublisherHints::of).orElse(PublisherHints.NONE));
      ledger.hub(hub(answer, contents.hints()));
      return contents.unusable().isEmpty()
          ? ledger.published(answer, published)
          : ledger.unreadable(published, contents.unusable());
    } catch (CompletionException refused) {
      // Neither validators nor content are kept, so that the next poll brings it all again.
      return ledger.failed("cluster", "the cluster did not take what is new");
    }
  }

  /** HTTP's word goes before the feed's. */
  private static Optional<HubLinks> hub(WebAnswer answer, Optional<FeedHints> hints) {
    String address = answer.address().toString();
    return answer
        .header("link")
        .flatMap(links -> HubLinks.of(List.of(links), address))
        .or(
            () ->
                hints
                    .filter(feed -> !feed.hubs().isEmpty())
                    .map(feed -> new HubLinks(feed.hubs().get(0), feed.self().orElse(address))));
  }

  private static Contents read(Work work, WebAnswer answer) {
    List<Reading> readings = new ArrayList<>();
    Source source = work.source();
    Input.Content content =
        new Input.Content(answer.content(), answer.address().toString(), answer.charset());
    Input input = new Input(source.told(), () -> content);
    try {
      Optional<FeedHints> hints =
          new InputReader(source.kind()).read(input, work.now(), readings::add);
      boolean none = readings.stream().noneMatch(reading -> reading instanceof Reading.Read);
      String unusable = none && !readings.isEmpty() ? "no article in it can be used" : "";
      return new Contents(readings, unusable, hints);
    } catch (UnusableInputException unusable) {
      readings.add(refusal(work, answer, unusable.reason()));
      return new Contents(readings, unusable.reason(), Optional.empty());
    }
  }

  private static Reading refusal(Work work, WebAnswer answer, String reason) {
    Producer producer =
        work.source().kind().orElse(InputKind.PAGE) == InputKind.FEED
            ? Producer.FEED
            : Producer.PAGE;
    String content = new String(answer.body(), StandardCharsets.UTF_8);
    ReadingContext context =
        new ReadingContext(
            work.source().told(), work.now(), answer.address().toString(), answer.charset());
    return Refusals.of(context, producer, reason, content);
  }

  private Ledger.Published publish(Work work, Seen seen, List<Reading> readings) {
    List<CompletableFuture<Void>> under = new ArrayList<>();
    List<Reading> news = new ArrayList<>();
    List<Instant> dates = new ArrayList<>();
    int items = 0;
    int rejected = 0;
    for (Reading reading : readings) {
      if (reading instanceof Reading.Read read && read.article().getPublishedAt() != null) {
        dates.add(read.article().getPublishedAt());
      }
      if (seen.isNews(reading)) {
        under.add(tools.sink().publish(labelled(work.source(), reading)));
        news.add(reading);
        items += reading instanceof Reading.Read ? 1 : 0;
        rejected += reading instanceof Reading.Refused ? 1 : 0;
      }
    }
    CompletableFuture.allOf(under.toArray(CompletableFuture[]::new)).join();
    news.forEach(work.ledger()::came);
    return new Ledger.Published(items, rejected, dates);
  }

  private static Reading labelled(Source source, Reading reading) {
    if (!(reading instanceof Reading.Read read) || source.labels().equals(Labels.NONE)) {
      return reading;
    }
    Labels labels = source.labels();
    String said = Objects.requireNonNullElse(read.article().getLanguage(), "");
    return new Reading.Read(
        RawArticle.newBuilder(read.article())
            .setLanguage(said.isEmpty() ? labels.language() : said)
            .setSourceRegion(labels.region())
            .setCategory(labels.category())
            .build());
  }
}
