package io.wirewatch.dashboard.web;

import static io.wirewatch.dashboard.web.FixedDoor.CSRF;
import static io.wirewatch.dashboard.web.FixedDoor.OPERATOR;
import static io.wirewatch.dashboard.web.FixedDoor.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.web.Wire.Answer;
import io.wirewatch.dashboard.web.Wire.Ask;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what is refused that another site may have sent. */
final class GuardTest {
  private final EchoServer server = new EchoServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example,421",
    "Host: localhost:9999,200",
    "Host: desk.example,200",
    "Host: 127.0.0.1,200"
  })
  void host_isOneOfOurNames(String host, int status) throws IOException {
    assertThat(server.answer(Ask.of("GET /api/echo").with(OPERATOR).with(host)).status())
        .isEqualTo(status);
  }

  @Test
  void refusedHost_hasSecurityHeadersToo() throws IOException {
    assertThat(
            server
                .answer(Ask.of("GET /").with("Host: evil.example"))
                .header("content-security-policy"))
        .isEqualTo(Sending.PAGE_POLICY);
  }

  @Test
  void originOfAnotherSite_isForbidden() throws IOException {
    Ask ask = Ask.of("POST /api/desk").with(OPERATOR).with(CSRF).json("{}");

    assertThat(server.answer(ask.with("Origin: https://evil.example")).status()).isEqualTo(403);
    assertThat(server.answer(ask.with("Origin: null")).status()).isEqualTo(403);
    assertThat(server.answer(ask.with("Origin: http://localhost:8080")).status()).isEqualTo(200);
  }

  @Test
  void visitorOutside_isToldHowToComeIn() throws IOException {
    Answer answer = server.answer(Ask.of("GET /api/echo"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEqualTo("{\"error\":\"sign in first\",\"signIn\":\"password\"}");
  }

  @Test
  void visitorOutside_hasThePageItself() throws IOException {
    assertThat(server.answer(Ask.of("GET /probe.js")).status()).isEqualTo(200);
  }

  @Test
  void write_withoutTheTokenOfOurPage_isForbidden() throws IOException {
    Ask ask = Ask.of("POST /api/desk").with(OPERATOR).json("{}");

    assertThat(server.answer(ask).status()).isEqualTo(403);
    assertThat(server.answer(ask.with("X-Csrf-Token: guess")).status()).isEqualTo(403);
    assertThat(server.answer(ask.with(CSRF).with(CSRF)).status()).isEqualTo(403);
    assertThat(server.answer(ask.with(CSRF)).text()).isEqualTo("{\"said\":\"amal\"}");
  }

  @Test
  void reader_asksButDoesNotDecide() throws IOException {
    assertThat(server.answer(Ask.of("POST /api/echo").with(READER).with(CSRF).json("{}")).status())
        .isEqualTo(200);
    assertThat(server.answer(Ask.of("POST /api/desk").with(READER).with(CSRF).json("{}")).status())
        .isEqualTo(403);
    assertThat(server.answer(Ask.of("DELETE /api/echo").with(READER).with(CSRF)).status())
        .isEqualTo(403);
  }

  @Test
  void body_hasToSayThatItIsJson() throws IOException {
    Ask form =
        new Ask("POST /api/desk HTTP/1.1", List.of(OPERATOR, CSRF), "{}")
            .with("Content-Type: text/plain");

    assertThat(server.answer(form).status()).isEqualTo(415);
  }

  @Test
  void session_saysWhoThatIs() throws IOException {
    assertThat(server.answer(Ask.of("GET /api/session").with(READER)).text())
        .isEqualTo(
            "{\"user\":\"amal\",\"role\":\"reader\",\"signIn\":\"password\",\"csrf\":\"token-of-the-test\",\"version\":\"0.1.0\"}");
    assertThat(server.answer(Ask.of("GET /api/session")).status()).isEqualTo(401);
  }

  @Test
  void signingIn_takesSmallJsonOnly() throws IOException {
    Ask ask = Ask.of("POST /api/session");

    assertThat(server.answer(ask.json("{\"name\":\"amal\"}")).text()).contains("amal is not known");
    assertThat(server.answer(ask.json("{\"name\":\"" + "a".repeat(5_000) + "\"}")).status())
        .isEqualTo(413);
    assertThat(server.answer(ask.json("name=amal")).status()).isEqualTo(400);
    assertThat(server.answer(ask).status()).isEqualTo(415);
  }

  @Test
  void signingOut_takesTheTokenOfOurPage() throws IOException {
    Ask ask = Ask.of("DELETE /api/session").with(READER);

    assertThat(server.answer(ask).status()).isEqualTo(403);
    Answer out = server.answer(ask.with(CSRF));
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("set-cookie")).isEqualTo("gone");
  }
}
