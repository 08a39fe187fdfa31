package io.wirewatch.dashboard.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.User;
import io.wirewatch.dashboard.web.Visitor;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who gives a name and a password of a {@linkplain Users file of users}. */
final class PasswordDoor implements Door {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordDoor.class);
  private static final String COOKIE = "wirewatch-session";
  private static final int MOST_CHECKS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_PASSWORD_CHARS = 200;

  private final Users users;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Proxies proxies;
  // Each takes a processor for a quarter of a second.
  private final Semaphore checks = new Semaphore(MOST_CHECKS, true);

  /** An attempt to sign in. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Attempt(InetAddress from, String name, char[] password) {}

  PasswordDoor(Users users, Proxies proxies, Clock clock) {
    this.users = users;
    this.proxies = proxies;
    this.sessions = new Sessions(clock);
    this.attempts = new Attempts(clock);
  }

  @Override
  public String signIn() {
    return "password";
  }

  @Override
  public String advice() {
    return "sign in first";
  }

  @Override
  public Optional<Entry> entry(Visitor visitor) {
    Optional<String> token = visitor.cookie(COOKIE);
    Optional<Sessions.Session> session = token.flatMap(sessions::of);
    Optional<Account> now = session.flatMap(held -> users.named(held.account().name()));
    if (session.isPresent()
        && now.map(Account::hash).filter(session.get().account().hash()::equals).isEmpty()) {
      // Gone from the file, or with another password there.
      sessions.end(token.orElseThrow());
      return Optional.empty();
    }
    return now.map(account -> entry(account, session.orElseThrow().csrf()));
  }

  private static Entry entry(Account account, String csrf) {
    return new Entry(new User(Optional.of(account.name()), account.power()), csrf);
  }

  @Override
  public Admittance admit(Visitor visitor, JsonNode said) {
    Attempt attempt =
        new Attempt(
            proxies.origin(visitor), word(said, "name"), word(said, "password").toCharArray());
    Duration wait = attempts.begin(attempt.from(), attempt.name());
    if (!wait.isZero()) {
      LOG.warn("too many attempts to sign in from {}", attempt.from().getHostAddress());
      return later(wait);
    }
    if (!mayCheck()) {
      attempts.undo(attempt.from(), attempt.name());
      return later(PATIENCE);
    }
    try {
      return checked(visitor, attempt);
    } finally {
      checks.release();
    }
  }

  private boolean mayCheck() {
    try {
      return checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String word(JsonNode said, String field) {
    JsonNode word = said.path(field);
    if (!word.isTextual() || word.textValue().length() > MOST_PASSWORD_CHARS) {
      throw new BadRequestException("give name and password, at most 200 characters each");
    }
    return word.textValue();
  }

  private Admittance checked(Visitor visitor, Attempt attempt) {
    Optional<Account> account = UserName.of(attempt.name()).flatMap(users::named);
    // As long for a name that is not there: else the time would tell which are.
    String hash = account.map(Account::hash).orElseGet(() -> Passwords.ofNobody(users.cost()));
    if (!Passwords.fits(attempt.password(), hash) || account.isEmpty()) {
      // A name that is not there may be a password in the wrong field.
      LOG.warn(
          "no right password from {} for {}",
          attempt.from().getHostAddress(),
          account.map(Account::name).orElse("a name that is not there"));
      return new Admittance.Out(wrong());
    }
    attempts.undo(attempt.from(), attempt.name());
    visitor.cookie(COOKIE).ifPresent(sessions::end);
    String token = sessions.begin(account.get());
    LOG.info("{} signed in from {}", account.get().name(), attempt.from().getHostAddress());
    String csrf = sessions.of(token).orElseThrow().csrf();
    return new Admittance.In(
        entry(account.get(), csrf), cookie(visitor, token, Sessions.LONGEST.toSeconds()));
  }

  private static Reply wrong() {
    return Reply.json(
        401,
        JsonNodeFactory.instance
            .objectNode()
            .put("error", "name or password is wrong")
            .put("signIn", "password"));
  }

  private static Admittance later(Duration wait) {
    long seconds = wait.toSeconds() + 1;
    String said = "{\"error\":\"too many attempts: try again in %d seconds\"}".formatted(seconds);
    return new Admittance.Out(
        new Reply.Whole(
            429,
            "application/json",
            said.getBytes(StandardCharsets.UTF_8),
            Map.of("Retry-After", Long.toString(seconds))));
  }

  @Override
  public Map<String, String> leave(Visitor visitor) {
    visitor.cookie(COOKIE).ifPresent(sessions::end);
    return cookie(visitor, "", 0);
  }

  private Map<String, String> cookie(Visitor visitor, String token, long seconds) {
    String secure = proxies.isSecure(visitor) ? "; Secure" : "";
    return Map.of(
        "Set-Cookie",
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
            .formatted(COOKIE, token, seconds, secure));
  }
}
