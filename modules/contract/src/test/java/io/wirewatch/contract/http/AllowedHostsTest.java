package io.wirewatch.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedHostsTest {
  private static final AllowedHosts LOOPBACK = listening("127.0.0.1");
  private static final AllowedHosts EVERYWHERE = listening("0.0.0.0");

  private static AllowedHosts listening(String host) {
    return new AllowedHosts(new InetSocketAddress(host, 8080), List.of("news.desk.example"));
  }

  private static OptionalInt host(AllowedHosts hosts, String host) {
    return hosts.refusal(Map.of("Host", List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1",
        "127.0.0.1:9999",
        "127.1.2.3",
        "[::1]:8080",
        "News.Desk.example:80"
      })
  void refusal_ofOurNamesOnLoopback_isNone(String host) {
    assertThat(host(LOOPBACK, host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:127",
        "192.168.1.7",
        "0.0.0.0",
        "[fe80::1]",
        "2130706433",
        "0x7f.1",
        "999.0.0.1",
        "ingest",
        "",
        ":8080",
        "[",
        "[zz]",
        "[::1",
        "localhost\0",
        "a b"
      })
  void refusal_ofOtherNamesOnLoopback_is421(String host) {
    assertThat(host(LOOPBACK, host)).hasValue(421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry:8081", "192.168.1.7", "[2001:db8::1]:80", "localhost"})
  void refusal_ofFiguresAndPlainNamesEverywhere_isNone(String host) {
    assertThat(host(EVERYWHERE, host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "registry.evil.example:8081", "1.2.3"})
  void refusal_ofNamesWithDotsEverywhere_is421(String host) {
    assertThat(host(EVERYWHERE, host)).hasValue(421);
  }

  @Test
  void refusal_ofNoneOrTwoHosts_is421() {
    assertThat(LOOPBACK.refusal(Map.of())).hasValue(421);
    assertThat(LOOPBACK.refusal(Map.of("Host", List.of("localhost", "localhost")))).hasValue(421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "http://evil.example", "https://localhost.evil.example:8080"})
  void refusal_ofAnotherOrigin_is403(String origin) {
    assertThat(LOOPBACK.refusal(Map.of("Host", List.of("localhost"), "Origin", List.of(origin))))
        .hasValue(403);
  }

  @Test
  void refusal_ofOurOrigin_isNone() {
    assertThat(
            LOOPBACK.refusal(
                Map.of("Host", List.of("localhost"), "Origin", List.of("http://127.0.0.1:3000"))))
        .isEmpty();
  }
}
