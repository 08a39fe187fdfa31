package io.wirewatch.ingest.websub;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/**
 * One source at one hub, and how far that got. Thread-safe; shows its secret to nobody but the hub.
 */
final class Subscription {
  private static final int SECRET_BYTES = 24;
  private static final int REMEMBERED_BODIES = 64;
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
  private static final Duration LONGEST_LEASE = Duration.ofDays(30);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(10);
  private static final Duration LAST_RETRY = Duration.ofDays(1);
  private static final int MOST_REASON_CHARS = 200;

  private final String source;
  private final HubLinks links;
  private final String path;
  private final String secret;
  private final Deque<String> bodies = new ArrayDeque<>();
  private Instant leaseEnd = Instant.MIN;
  private Instant nextRequest = Instant.MIN;
  private Duration retry = FIRST_RETRY;
  private boolean leaving;
  private String reason = "";

  Subscription(String source, HubLinks links, SecureRandom random) {
    this.source = source;
    this.links = links;
    this.path = unguessable(random);
    this.secret = unguessable(random);
  }

  private static String unguessable(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String source() {
    return source;
  }

  HubLinks links() {
    return links;
  }

  String path() {
    return path;
  }

  String secret() {
    return secret;
  }

  synchronized boolean isActive(Instant now) {
    return now.isBefore(leaseEnd);
  }

  synchronized boolean isLeaving() {
    return leaving;
  }

  synchronized void leave() {
    leaving = true;
  }

  synchronized boolean isDue(Instant now) {
    return !leaving && !now.isBefore(nextRequest);
  }

  /**
   * The hub was asked; unless it comes to verify that, it is asked again after longer and longer.
   */
  synchronized void requested(Instant now) {
    nextRequest = now.plus(retry);
    retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
  }

  /** The hub could not be asked, or said no. */
  synchronized void failed(String why) {
    reason =
        why.codePoints()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .limit(MOST_REASON_CHARS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** The hub will bring nothing, now or any more. */
  synchronized void denied(Instant now, String why) {
    failed("the hub denied it: " + why);
    leaseEnd = Instant.MIN;
    nextRequest = now.plus(LAST_RETRY);
  }

  /** The hub verified that we asked; it is asked again when four fifths of the lease are over. */
  synchronized void verified(Instant now, Duration lease) {
    Duration bounded = lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    bounded = bounded.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : bounded;
    leaseEnd = now.plus(bounded);
    nextRequest = now.plus(bounded.multipliedBy(4).dividedBy(5));
    retry = FIRST_RETRY;
    reason = "";
  }

  /** Whether a body with this fingerprint did not come lately; it has now. */
  synchronized boolean isNew(String body) {
    if (bodies.contains(body)) {
      return false;
    }
    bodies.addLast(body);
    if (bodies.size() > REMEMBERED_BODIES) {
      bodies.removeFirst();
    }
    return true;
  }

  /** It could not be taken, and may come again. */
  synchronized void forget(String body) {
    bodies.remove(body);
  }

  synchronized SubscriptionStatus status(Instant now) {
    return new SubscriptionStatus(
        source, links.hub(), isActive(now), isActive(now) ? leaseEnd : null, reason);
  }
}
