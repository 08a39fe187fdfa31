package io.wirewatch.dashboard.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.HandClock;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.dashboard.web.Door.Admittance;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.User;
import io.wirewatch.dashboard.web.User.Power;
import io.wirewatch.dashboard.web.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DoorsTest {
  private static final String PASSWORD = "correct horse";
  private static final int CHEAP = 10;
  private static final String HERE = "127.0.0.1";
  private static final String ELSEWHERE = "192.0.2.7";
  private static final Map<String, String> PROXIED =
      Map.of("dashboard.proxy.user", "X-Forwarded-User", "dashboard.proxy.operators", "desk");

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();

  private Door door(Map<String, String> set, String listening) throws UnknownHostException {
    Settings settings = Settings.of(set, Map.of(), Map.of());
    return Doors.of(settings, InetAddress.getByName(listening), clock, line -> {});
  }

  private Path users(String... names) throws IOException {
    String hash = BCrypt.withDefaults().hashToString(CHEAP, PASSWORD.toCharArray());
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(name).append(":operator:").append(hash).append('\n');
    }
    return Files.writeString(folder.resolve("users"), lines);
  }

  private Door passwords(String... names) throws IOException {
    return door(Map.of("dashboard.users", users(names).toString()), "0.0.0.0");
  }

  private static Visitor visitor(String from, String... headers) throws UnknownHostException {
    Map<String, List<String>> all = new HashMap<>();
    for (String header : headers) {
      String[] parts = header.split(": ", 2);
      all.merge(
          parts[0],
          List.of(parts[1]),
          (had, more) -> java.util.stream.Stream.concat(had.stream(), more.stream()).toList());
    }
    return new Visitor(InetAddress.getByName(from), all);
  }

  private static ObjectNode said(String name, String password) {
    return JsonNodeFactory.instance.objectNode().put("name", name).put("password", password);
  }

  private static Visitor withCookieOf(Admittance admittance) throws UnknownHostException {
    String cookie = cookie(admittance);
    return visitor(ELSEWHERE, "Cookie: other=1; " + cookie.substring(0, cookie.indexOf(';')));
  }

  private static String cookie(Admittance admittance) {
    return ((Admittance.In) admittance).headers().get("Set-Cookie");
  }

  private static Reply.Whole refusal(Admittance admittance) {
    return (Reply.Whole) ((Admittance.Out) admittance).reply();
  }

  @Test
  void onLoopback_everybodyIsAnOperatorWithoutAName() throws UnknownHostException {
    Door door = door(Map.of(), HERE);

    assertThat(door.signIn()).isEqualTo("none");
    assertThat(door.entry(visitor(HERE)).map(Door.Entry::user)).contains(User.LOCAL);
    assertThat(door.entry(visitor(ELSEWHERE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-forwarded-for: 192.0.2.9", "Forwarded: for=192.0.2.9", "Via: 1.1 x"})
  void onLoopbackByWayOfAProxy_nobodyComesIn(String header) throws UnknownHostException {
    assertThat(door(Map.of(), HERE).entry(visitor(HERE, header))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
  void beyondLoopbackWithoutUsers_isRefused(String listening) {
    assertThatThrownBy(() -> door(Map.of(), listening))
        .isInstanceOf(UnusableDoorException.class)
        .hasMessageContainingAll("dashboard.users", "dashboard.proxy.user", "dashboard user NAME");
  }

  @Test
  void usersAndProxy_areTooMany() throws IOException {
    Map<String, String> both = new HashMap<>(PROXIED);
    both.put("dashboard.users", users("amal").toString());

    assertThatThrownBy(() -> door(both, HERE)).hasMessageContaining("Set one of them");
  }

  @Test
  void rightPassword_comesInByACookieThatScriptsDoNotSee() throws IOException {
    Door door = passwords("amal");
    Admittance in = door.admit(visitor(ELSEWHERE), said("amal", PASSWORD));

    assertThat(cookie(in))
        .contains("; Path=/;", "; HttpOnly", "; SameSite=Strict", "Max-Age=43200")
        .doesNotContain("Secure");
    assertThat(door.entry(withCookieOf(in)).map(entry -> entry.user().signature()))
        .contains("amal");
    assertThat(door.entry(visitor(ELSEWHERE))).isEmpty();
  }

  @Test
  void wrongPasswordAndWrongName_areToldTheSame() throws IOException {
    Door door = passwords("amal");
    Reply.Whole password = refusal(door.admit(visitor(ELSEWHERE), said("amal", "wrong horse!")));
    Reply.Whole name = refusal(door.admit(visitor(ELSEWHERE), said("nobody", PASSWORD)));

    assertThat(password.status()).isEqualTo(401);
    assertThat(name.status()).isEqualTo(401);
    assertThat(name.content()).isEqualTo(password.content());
  }

  @Test
  void nameThatIsNotThere_takesAsLong() throws IOException {
    Door door = passwords("amal");
    door.admit(visitor(ELSEWHERE), said("amal", "warming up 1"));
    long begin = System.nanoTime();
    door.admit(visitor(ELSEWHERE), said("amal", "wrong horse!"));
    long known = System.nanoTime() - begin;
    begin = System.nanoTime();
    door.admit(visitor(ELSEWHERE), said("nobody", "wrong horse!"));
    long unknown = System.nanoTime() - begin;

    // bcrypt takes some dozens of milliseconds, everything else less than one.
    assertThat(unknown).isGreaterThan(known / 4);
  }

  @Test
  void tooManyWrongPasswords_haveToWait() throws IOException {
    Door door = passwords("amal");
    for (int at = 0; at < 10; at++) {
      door.admit(visitor(ELSEWHERE), said("nobody" + at, "x"));
    }
    Reply.Whole refusal = refusal(door.admit(visitor(ELSEWHERE), said("amal", PASSWORD)));

    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.headers()).containsEntry("Retry-After", "31");
  }

  @Test
  void userTakenOutOfTheFile_isOut() throws IOException {
    Door door = passwords("amal", "zed");
    Visitor amal = withCookieOf(door.admit(visitor(ELSEWHERE), said("amal", PASSWORD)));
    users("zed");

    assertThat(door.entry(amal)).isEmpty();
    users("amal", "zed");
    assertThat(door.entry(amal)).isEmpty();
  }

  @Test
  void changedPassword_endsSessions() throws IOException {
    Door door = passwords("amal");
    Visitor amal = withCookieOf(door.admit(visitor(ELSEWHERE), said("amal", PASSWORD)));
    users("amal");

    assertThat(door.entry(amal)).isEmpty();
  }

  @Test
  void changedRole_holdsAtOnce() throws IOException {
    Door door = passwords("amal");
    Visitor amal = withCookieOf(door.admit(visitor(ELSEWHERE), said("amal", PASSWORD)));
    Path file = folder.resolve("users");
    Files.writeString(file, Files.readString(file).replace(":operator:", ":reader:"));

    assertThat(door.entry(amal).map(entry -> entry.user().power())).contains(Power.READER);
  }

  @Test
  void signingOut_endsTheSessionAndItsCookie() throws IOException {
    Door door = passwords("amal");
    Visitor amal = withCookieOf(door.admit(visitor(ELSEWHERE), said("amal", PASSWORD)));

    assertThat(door.leave(amal).get("Set-Cookie")).contains("Max-Age=0");
    assertThat(door.entry(amal)).isEmpty();
  }

  @Test
  void signingInAgain_endsTheSessionBefore() throws IOException {
    Door door = passwords("amal");
    Visitor before = withCookieOf(door.admit(visitor(ELSEWHERE), said("amal", PASSWORD)));
    door.admit(before, said("amal", PASSWORD));

    assertThat(door.entry(before)).isEmpty();
  }

  @Test
  void cookie_isSecureWhereATrustedProxySaysHttps() throws IOException {
    Door door = passwords("amal");
    String https = "X-forwarded-proto: https";

    assertThat(cookie(door.admit(visitor(HERE, https), said("amal", PASSWORD))))
        .contains("; Secure");
    assertThat(cookie(door.admit(visitor(ELSEWHERE, https), said("amal", PASSWORD))))
        .doesNotContain("Secure");
  }

  @Test
  void proxy_namesUserAndGroups() throws UnknownHostException {
    Door door = door(PROXIED, "0.0.0.0");
    Optional<User> operator =
        door.entry(
                visitor(HERE, "X-forwarded-user: amal@example.org", "X-forwarded-groups: a, desk"))
            .map(Door.Entry::user);

    assertThat(operator).contains(new User(Optional.of("amal@example.org"), Power.OPERATOR));
    assertThat(
            door.entry(visitor(HERE, "X-forwarded-user: zed", "X-forwarded-groups: desks"))
                .map(entry -> entry.user().power()))
        .contains(Power.READER);
  }

  @Test
  void proxyName_mayBeOfAnyScript() throws UnknownHostException {
    String bytes = new String("ليلى".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    assertThat(
            door(PROXIED, HERE)
                .entry(visitor(HERE, "X-forwarded-user: " + bytes))
                .map(entry -> entry.user().signature()))
        .contains("ليلى");
  }

  @Test
  void proxyThatIsNotListed_isNotBelieved() throws UnknownHostException {
    Door door = door(PROXIED, "0.0.0.0");

    assertThat(door.entry(visitor(ELSEWHERE, "X-forwarded-user: amal"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\tb", "<b>", "a;b", "../a", "\u0000"})
  void proxyNameThatIsNone_isNotBelieved(String name) throws UnknownHostException {
    assertThat(door(PROXIED, HERE).entry(visitor(HERE, "X-forwarded-user: " + name))).isEmpty();
    assertThat(door(PROXIED, HERE).entry(visitor(HERE, "X-forwarded-user: a" + "b".repeat(64))))
        .isEmpty();
  }

  @Test
  void proxyThatNamesTwo_isNotBelieved() throws UnknownHostException {
    assertThat(
            door(PROXIED, HERE)
                .entry(visitor(HERE, "X-forwarded-user: amal", "X-forwarded-user: zed")))
        .isEmpty();
  }

  @Test
  void usersOfAProxy_haveTokensOfTheirOwn() throws UnknownHostException {
    Door door = door(PROXIED, HERE);

    assertThat(door.entry(visitor(HERE, "X-forwarded-user: amal")).map(Door.Entry::csrf))
        .isEqualTo(door.entry(visitor(HERE, "X-forwarded-user: amal")).map(Door.Entry::csrf))
        .isNotEqualTo(door.entry(visitor(HERE, "X-forwarded-user: zed")).map(Door.Entry::csrf));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "127.0.0", "127.0.0.1;::1", "10.0.0.0/8", "1"})
  void proxyAddressThatIsNone_isRefused(String from) {
    Map<String, String> set = new HashMap<>(PROXIED);
    set.put("dashboard.proxy.from", from);

    assertThatThrownBy(() -> door(set, HERE)).hasMessageContaining("dashboard.proxy.from");
  }
}
