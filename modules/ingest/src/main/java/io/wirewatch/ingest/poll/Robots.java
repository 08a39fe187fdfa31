package io.wirewatch.ingest.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import io.wirewatch.ingest.web.FetchFailedException;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.ingest.web.WebAnswer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each origin's robots.txt lets us ask (RFC 9309). A copy holds for a day; one that could not
 * be had keeps us away for an hour. Thread-safe.
 */
final class Robots {
  private static final String AGENT = "wirewatch";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
  private static final int MOST_HOPS = 5;
  private static final int MOST_KEPT = 20_000;

  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** Whether an address may be asked. */
  enum Decision {
    ALLOWED,
    FORBIDDEN,

    /** Its robots.txt cannot be had, so nobody knows. */
    AWAY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Kept(BaseRobotRules rules, Instant until) {}

  Robots(Clock clock) {
    this.clock = clock;
  }

  /** Scheme, host and port: what one robots.txt holds for. */
  static String origin(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  /** Asks for robots.txt if no copy holds, and decides. */
  Decision decide(URI address, Visit visit) {
    String origin = origin(address);
    Kept copy = kept.get(origin);
    if (copy == null || !copy.until().isAfter(clock.instant())) {
      BaseRobotRules rules = ask(origin, visit);
      Duration holds = rules.isDeferVisits() ? HOUR : DAY;
      copy = new Kept(rules, clock.instant().plus(holds));
      kept.values().removeIf(old -> !old.until().isAfter(clock.instant()));
      if (kept.size() > MOST_KEPT) {
        kept.clear();
      }
      kept.put(origin, copy);
    }
    long delay = copy.rules().getCrawlDelay();
    if (delay > 0) {
      visit.pauseAtLeast(Duration.ofMillis(Math.min(delay, LONGEST_DELAY.toMillis())));
    }
    return decision(copy.rules(), address);
  }

  private static Decision decision(BaseRobotRules rules, URI address) {
    if (rules.isDeferVisits()) {
      return Decision.AWAY;
    }
    return rules.isAllowed(address.toString()) ? Decision.ALLOWED : Decision.FORBIDDEN;
  }

  private static BaseRobotRules ask(String origin, Visit visit) {
    try {
      URI next = URI.create(origin + "/robots.txt");
      for (int hop = 0; hop <= MOST_HOPS; hop++) {
        WebAnswer answer = visit.ask(next, Map.of());
        if (answer.redirect().isEmpty()) {
          return rules(next, answer);
        }
        next = Fetcher.redirected(answer);
      }
      return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    } catch (FetchFailedException away) {
      return away();
    }
  }

  private static BaseRobotRules rules(URI address, WebAnswer answer) {
    if (answer.status() / 100 == 2) {
      return RobotsRules.parsed(address.toString(), answer.body(), AGENT);
    }
    boolean isAbsent = answer.status() >= 400 && answer.status() < 500 && !Waits.isBusy(answer);
    return isAbsent ? new SimpleRobotRules(RobotRulesMode.ALLOW_ALL) : away();
  }

  private static BaseRobotRules away() {
    SimpleRobotRules away = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
    away.setDeferVisits(true);
    return away;
  }
}
