package io.wirewatch.ingest.poll;

import io.wirewatch.FeedDay;
import io.wirewatch.FeedState;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.WebAnswer;
import io.wirewatch.ingest.websub.HubLinks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes into a source's state what one poll came to. */
final class Ledger {
  private static final int DAYS = 14;
  private static final int MOST_KINDS = 40;
  private static final int LONGEST_VALIDATOR = 1_000;
  private static final int LONGEST_STATUS = 300;

  /** After so many failures at an address that it moved to, its own is asked again. */
  private static final int FAILURES_AFTER_MOVE = 3;

  private final Source source;
  private final Instant now;
  private final FeedState.Builder state;
  private final Vigil vigil;

  private Ledger(Source source, Instant now, FeedState known) {
    this.source = source;
    this.now = now;
    this.state =
        FeedState.newBuilder(known)
            .setRegion(source.labels().region())
            .setCategory(source.labels().category());
    this.vigil = Vigil.of(known, now);
  }

  /** Opens it for a poll that begins now. */
  static Ledger open(Source source, FeedState known, Instant now) {
    Ledger ledger = new Ledger(source, now, known);
    ledger.state.setPolls(known.getPolls() + 1).setLastPoll(now);
    ledger.addToday(0, 0, 1);
    return ledger;
  }

  /** Opens it for what a hub brought now, which is no poll. */
  static Ledger ofPush(Source source, FeedState known, Instant now) {
    Ledger ledger = new Ledger(source, now, known);
    ledger.state.setPushes(known.getPushes() + 1).setLastPush(now);
    return ledger;
  }

  void robots(Robots.Decision decision) {
    state.setRobots(oneMore(state.getRobots(), decision.word()));
  }

  void unconditional() {
    state.setUnconditional(state.getUnconditional() + 1);
  }

  void moved(String address) {
    if (!address.equals(state.getMovedTo())) {
      state.setMovedTo(address);
    }
  }

  /** The validators are the newest, whether or not the content is. */
  void validators(WebAnswer answer) {
    boolean same = answer.address().toString().equals(state.getAddress());
    boolean kept = answer.status() == 304 && same;
    state.setEtag(validator(answer, "etag", kept ? state.getEtag() : null));
    state.setLastModified(
        validator(answer, "last-modified", kept ? state.getLastModified() : null));
    state.setAddress(answer.address().toString());
  }

  private static @Nullable String validator(
      WebAnswer answer, String name, @Nullable String otherwise) {
    return answer
        .header(name)
        .filter(value -> !value.isBlank() && value.length() <= LONGEST_VALIDATOR)
        .orElse(otherwise);
  }

  void hints(PublisherHints hints) {
    state
        .setTtlMillis(hints.ttl().toMillis())
        .setSkipHours(hints.hourBits())
        .setSkipDays(hints.dayBits());
  }

  /** The hub that the content named; none where it named none. */
  void hub(Optional<HubLinks> links) {
    state.setHub(links.map(HubLinks::hub).orElse(null));
    state.setTopic(links.map(HubLinks::topic).orElse(null));
  }

  /** An item that is new was published, or set aside. */
  void came(Reading reading) {
    vigil.came(reading);
  }

  void content(String hash, Seen seen) {
    state.setBodyHash(hash).setSeen(seen.bytes());
  }

  /** A hub brought it; while hubs do, polls only see to it that they still do. */
  FeedState brought(Published published, Seen seen, String unusable) {
    count(published);
    state.setSeen(seen.grown());
    Pace.count(state, Duration.ZERO, published.items());
    Instant due = state.getNextPoll();
    String status = unusable.isEmpty() ? published.items() + " new" : "cannot be used: " + unusable;
    FeedState after = after(source.bounds().most(), "brought by its hub: " + status);
    if (after.getFailures() > 0) {
      after.setNextPoll(due);
    }
    return after;
  }

  /** It answered that nothing has changed. */
  FeedState notModified(WebAnswer answer) {
    state.setNotModified(state.getNotModified() + 1);
    return same(answer, "nothing new (304)");
  }

  /** It sent what it had sent before. */
  FeedState same(WebAnswer answer, String status) {
    return worked(answer, new Published(0, 0, List.of()), status);
  }

  /** It sent something else, and what is new in it was published. */
  FeedState published(WebAnswer answer, Published published) {
    count(published);
    String rejected = published.rejected() == 0 ? "" : ", " + published.rejected() + " rejected";
    return worked(answer, published, published.items() + " new" + rejected);
  }

  /** Nothing of its content could be used. */
  FeedState unreadable(Published published, String reason) {
    count(published);
    // The same content comes again and again, and is refused once.
    int refused = published.rejected() > 0 ? 1 : 0;
    state.setUnreadable(true).setExtractionFailures(state.getExtractionFailures() + refused);
    return failed("extraction", "cannot be used: " + reason);
  }

  private void count(Published published) {
    state.setItems(state.getItems() + published.items());
    state.setRejected(state.getRejected() + published.rejected());
    addToday(published.items(), published.rejected(), 0);
    if (published.items() > 0) {
      state.setLastItem(now);
    }
  }

  /**
   * What became of a content.
   *
   * @param items published
   * @param rejected refused
   * @param dates when its items say that they were published
   */
  record Published(int items, int rejected, List<Instant> dates) {}

  private FeedState worked(WebAnswer answer, Published published, String status) {
    Instant last = state.getLastSuccess();
    if (last == null) {
      Pace.begin(state, published.dates(), source.bounds(), now);
    } else {
      Pace.count(state, Duration.between(last, now), published.items());
    }
    state.setLastSuccess(now).setFailures(0).setUnreadable(false);
    Duration pace = Pace.interval(state, source.bounds(), Waits.fresh(answer));
    boolean brought = published.items() == 0 && Pace.isBrought(state, source.bounds(), now);
    return after(brought ? source.bounds().most() : pace, status);
  }

  /** robots.txt forbids it; that of where it has moved to says nothing of its own address. */
  FeedState forbidden(String reason) {
    state.setMovedTo(null).setErrors(oneMore(state.getErrors(), "robots-forbidden"));
    return after(source.bounds().most(), reason);
  }

  /** It failed. */
  FeedState failed(String kind, String reason) {
    return failedUntil(kind, reason, Instant.EPOCH);
  }

  /** It failed and has asked to be left alone until then. */
  FeedState failedUntil(String kind, String reason, Instant until) {
    int failures = state.getFailures() + 1;
    state.setFailures(failures).setErrors(oneMore(state.getErrors(), kind));
    if (state.getMovedTo() != null && failures % FAILURES_AFTER_MOVE == 0) {
      state.setMovedTo(null);
    }
    FeedState after = after(Pace.afterFailures(failures, source.bounds()), reason);
    if (after.getNextPoll().isBefore(until)) {
      after.setNextPoll(until);
    }
    return after;
  }

  /** It is gone for good. */
  FeedState gone() {
    state.setGone(true).setErrors(oneMore(state.getErrors(), "http-410"));
    return after(
        source.bounds().most(),
        "gone for good (410) and asked no more; take it out of the file, or give its new address");
  }

  private FeedState after(Duration interval, String status) {
    state
        .setIntervalMillis(interval.toMillis())
        .setNextPoll(Pace.next(state, interval, now))
        .setStatus(PlainText.cut(PlainText.oneLine(status), LONGEST_STATUS));
    vigil.end(state);
    return state.build();
  }

  private void addToday(int items, int rejected, int polls) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    List<FeedDay> days = new ArrayList<>(state.getDays());
    FeedDay last = days.isEmpty() ? null : days.get(days.size() - 1);
    if (last == null || !last.getDay().equals(today)) {
      last = new FeedDay(today, 0L, 0L, 0L);
    } else {
      days.remove(days.size() - 1);
    }
    days.add(
        new FeedDay(
            today,
            last.getItems() + items,
            last.getRejected() + rejected,
            last.getPolls() + polls));
    state.setDays(new ArrayList<>(days.subList(Math.max(0, days.size() - DAYS), days.size())));
  }

  private static Map<String, Long> oneMore(Map<String, Long> counts, String kind) {
    Map<String, Long> more = new HashMap<>(counts);
    String known = more.size() < MOST_KINDS || more.containsKey(kind) ? kind : "other";
    more.merge(known, 1L, Long::sum);
    return more;
  }
}
