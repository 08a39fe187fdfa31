package io.wirewatch.dashboard.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has signed in and not out. A session ends after 12 hours, or 8 in which nothing was asked;
 * the oldest where somebody has more than 20, or all together more than 2,000. Held in memory
 * alone: who is signed in has to do it again after a restart. Thread-safe.
 */
final class Sessions {
  static final Duration LONGEST = Duration.ofHours(12);
  static final Duration LONGEST_UNUSED = Duration.ofHours(8);
  static final int MOST_OF_ONE = 20;
  static final int MOST = 2_000;

  private final Clock clock;
  // By the token's hash: what is read out of memory, or compared in a time that tells, opens
  // nothing.
  private final Map<String, Session> sessions = new HashMap<>();

  /**
   * One of them.
   *
   * @param account as it was when it began
   * @param csrf what its page gives back
   */
  record Session(Account account, String csrf, Instant begun, Instant used) {

    private boolean isOver(Instant now) {
      return !now.isBefore(begun.plus(LONGEST)) || !now.isBefore(used.plus(LONGEST_UNUSED));
    }
  }

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins one; the token by which it is found. */
  synchronized String begin(Account account) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> session.isOver(now));
    endOldest(account.name(), MOST_OF_ONE);
    endOldest("", MOST);
    String token = Tokens.random();
    sessions.put(Tokens.hash(token), new Session(account, Tokens.random(), now, now));
    return token;
  }

  /** Makes room for one more; of everybody where no name is given. */
  private void endOldest(String name, int most) {
    var those =
        sessions.entrySet().stream()
            .filter(held -> name.isEmpty() || held.getValue().account().name().equals(name))
            .toList();
    if (those.size() >= most) {
      those.stream()
          .min(Comparator.comparing(held -> held.getValue().begun()))
          .ifPresent(oldest -> sessions.remove(oldest.getKey()));
    }
  }

  /** The one of a token, used now; empty where there is none, or it is over. */
  synchronized Optional<Session> of(String token) {
    Instant now = clock.instant();
    return Optional.ofNullable(
        sessions.computeIfPresent(
            Tokens.hash(token),
            (hash, held) ->
                held.isOver(now)
                    ? null
                    : new Session(held.account(), held.csrf(), held.begun(), now)));
  }

  /** Ends one. */
  synchronized void end(String token) {
    sessions.remove(Tokens.hash(token));
  }

  /** How many there are; some may be over. */
  synchronized int size() {
    return sessions.size();
  }
}
