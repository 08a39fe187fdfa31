package io.wirewatch.dashboard.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.HandClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private static final int OF_AN_ADDRESS = 10;
  private static final int OF_A_NAME = 30;

  private final HandClock clock = new HandClock();
  private final Attempts attempts = new Attempts(clock);

  private Duration begin(String address, String name) throws UnknownHostException {
    return attempts.begin(InetAddress.getByName(address), name);
  }

  private void useUp(String address) throws UnknownHostException {
    for (int at = 0; at < OF_AN_ADDRESS; at++) {
      assertThat(begin(address, "name" + at)).isZero();
    }
  }

  @Test
  void tooManyFromOneAddress_haveToWait() throws UnknownHostException {
    useUp("192.0.2.1");

    assertThat(begin("192.0.2.1", "another")).isEqualTo(Duration.ofSeconds(30));
    assertThat(begin("192.0.2.2", "another")).isZero();
  }

  @Test
  void afterTheWait_oneMayTryOnce() throws UnknownHostException {
    useUp("192.0.2.1");
    clock.pass(begin("192.0.2.1", "another"));

    assertThat(begin("192.0.2.1", "another")).isZero();
    assertThat(begin("192.0.2.1", "another")).isPositive();
  }

  @Test
  void refusedAttempts_doNotMakeTheWaitLonger() throws UnknownHostException {
    useUp("192.0.2.1");
    for (int at = 0; at < 1_000; at++) {
      assertThat(begin("192.0.2.1", "another")).isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void tooManyUnderOneName_haveToWait_fromWhereverTheyCome() throws UnknownHostException {
    for (int at = 0; at < OF_A_NAME; at++) {
      assertThat(begin("198.51.100." + at, "amal")).isZero();
    }

    assertThat(begin("198.51.100.200", "amal")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void attemptsThatSucceed_doNotCount() throws UnknownHostException {
    for (int at = 0; at < 100; at++) {
      assertThat(begin("192.0.2.1", "amal")).isZero();
      attempts.undo(InetAddress.getByName("192.0.2.1"), "amal");
    }
  }

  @Test
  void addressesOfOneNetworkOfIpv6_areOne() throws UnknownHostException {
    for (int at = 0; at < OF_AN_ADDRESS; at++) {
      assertThat(begin("2001:db8:1:2::" + at, "name" + at)).isZero();
    }

    assertThat(begin("2001:db8:1:2:ffff::1", "another")).isPositive();
  }

  @Test
  void manyOthers_doNotMakeAnAddressForgotten() throws UnknownHostException {
    useUp("192.0.2.1");
    for (int at = 0; at < 20_000; at++) {
      begin("10.%d.%d.1".formatted(at / 250, at % 250), "name" + at);
    }

    assertThat(begin("192.0.2.1", "another")).isPositive();
  }
}
