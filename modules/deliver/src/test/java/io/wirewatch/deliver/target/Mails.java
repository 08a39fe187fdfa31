package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;

import io.wirewatch.deliver.target.MailSettings.Login;
import io.wirewatch.deliver.target.MailSettings.Server;
import io.wirewatch.deliver.target.MailSettings.Tls;
import io.wirewatch.deliver.target.Target.Answer;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mails of tests: over which server, to whom, and what became of them. */
final class Mails {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private Mails() {}

  static MailTarget target(MailSettings settings) {
    return new MailTarget("desk", settings, CLOCK);
  }

  static Answer sent(MailSettings settings) throws Exception {
    return sent(settings, anIncident().first());
  }

  static Answer sent(MailSettings settings, Message message) throws Exception {
    try (MailTarget target = target(settings)) {
      return target.send(message);
    }
  }

  static MailSettings settings(int port, Tls tls, String password, String... to) {
    List<InternetAddress> addresses = Arrays.stream(to).map(Mails::address).toList();
    return new MailSettings(
        new Server("127.0.0.1", port, tls),
        address("wirewatch <wirewatch@example.org>"),
        addresses,
        Optional.ofNullable(password).map(word -> new Login("desk", new Secret(word))),
        LIMIT);
  }

  private static InternetAddress address(String text) {
    try {
      return new InternetAddress(text);
    } catch (jakarta.mail.internet.AddressException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
