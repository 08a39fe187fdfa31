package io.wirewatch.dashboard.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * How often somebody may try to sign in: from one address ten times, then once in 30 seconds; under
 * one name thirty times, then once a minute. Attempts that succeed do not count. Thread-safe; needs
 * 64 KiB, whatever comes.
 */
final class Attempts {
  /* A limit is the generic cell rate algorithm (ITU-T I.371): one time each, until when what was tried is paid
   * for. Addresses and names share 4,096 of them each by a hash that nobody outside knows. A name or an address is
   * never forgotten early, as it would be where there is room for the newest only; in return two may, seldom, share
   * one. Of IPv6 the first 64 bits count: the others are the visitor's to choose. */
  private static final int PLACES = 4096;

  private final Clock clock;
  private final int seed;
  private final Limit addresses = new Limit(10, Duration.ofSeconds(30));
  private final Limit names = new Limit(30, Duration.ofMinutes(1));

  Attempts(Clock clock) {
    this.clock = clock;
    this.seed = new SecureRandom().nextInt();
  }

  /** Counts an attempt; how long to wait where it is one too many, and then it does not count. */
  synchronized Duration begin(InetAddress from, String name) {
    long now = clock.millis();
    int address = place(network(from));
    int called = place(name.hashCode());
    long wait = Math.max(addresses.wait(address, now), names.wait(called, now));
    if (wait == 0) {
      addresses.take(address, now);
      names.take(called, now);
    }
    return Duration.ofMillis(wait);
  }

  /** The attempt succeeded, or was none. */
  synchronized void undo(InetAddress from, String name) {
    addresses.giveBack(place(network(from)));
    names.giveBack(place(name.hashCode()));
  }

  private static int network(InetAddress from) {
    byte[] bytes = from.getAddress();
    return Arrays.hashCode(from instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }

  private int place(int key) {
    int mixed = (key ^ seed) * 0x9E3779B9;
    mixed = (mixed ^ (mixed >>> 15) ^ Integer.rotateLeft(seed, 13)) * 0x85EBCA6B;
    return (mixed ^ (mixed >>> 13)) & (PLACES - 1);
  }

  private static final class Limit {
    private final long[] paidUntil = new long[PLACES];
    private final long most;
    private final long each;

    Limit(int atOnce, Duration each) {
      this.each = each.toMillis();
      this.most = atOnce * this.each;
    }

    long wait(int place, long now) {
      return Math.max(0, Math.max(paidUntil[place], now) + each - now - most);
    }

    void take(int place, long now) {
      paidUntil[place] = Math.max(paidUntil[place], now) + each;
    }

    void giveBack(int place) {
      paidUntil[place] -= each;
    }
  }
}
