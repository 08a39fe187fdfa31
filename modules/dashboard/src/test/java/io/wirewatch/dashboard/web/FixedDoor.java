package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets in who says {@code X-Test-Role}, while it is open. */
final class FixedDoor implements Door {
  static final String OPERATOR = "X-Test-Role: OPERATOR";
  static final String READER = "X-Test-Role: READER";
  private static final String TOKEN = "token-of-the-test";
  static final String CSRF = "X-Csrf-Token: " + TOKEN;

  final AtomicBoolean open = new AtomicBoolean(true);

  @Override
  public String signIn() {
    return "password";
  }

  @Override
  public Optional<Entry> entry(Visitor visitor) {
    return visitor
        .header("X-Test-Role")
        .filter(role -> open.get())
        .map(role -> new Entry(new User(Optional.of("amal"), User.Power.valueOf(role)), TOKEN));
  }

  @Override
  public String advice() {
    return "sign in first";
  }

  @Override
  public Admittance admit(Visitor visitor, JsonNode said) {
    return new Admittance.Out(Reply.error(401, said.path("name").asText() + " is not known"));
  }

  @Override
  public Map<String, String> leave(Visitor visitor) {
    return Map.of("Set-Cookie", "gone");
  }
}
