package io.wirewatch.deliver.target;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How mail is sent.
 *
 * @param to at least one
 * @param login where the server wants to know who asks
 */
record MailSettings(
    Server server,
    InternetAddress from,
    List<InternetAddress> to,
    Optional<Login> login,
    Duration timeout) {

  /** Where mail is handed in. */
  record Server(String host, int port, Tls tls) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** How the way there is kept secret. */
  enum Tls {
    /** Not at all. */
    NONE,
    /** Where the server offers it (STARTTLS). */
    OFFERED,
    /** By STARTTLS, or no mail is sent. */
    REQUIRED,
    /** From the first byte on, as on port 465. */
    IMPLICIT
  }

  /** Who asks. */
  record Login(String user, Secret password) {

    /** What an answer may hold of it, as it goes over the line. */
    List<Secret> hidden() {
      String word = password.value();
      // SASL PLAIN begins with whom to act as: nobody else, or oneself.
      return List.of(
          password,
          coded(word),
          coded("\0" + user + "\0" + word),
          coded(user + "\0" + user + "\0" + word));
    }

    private static Secret coded(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Secret(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
  }

  /** The domain of who sends. */
  String domain() {
    String address = from.getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "mail by " + server + " to " + to.size() + (to.size() == 1 ? " address" : " addresses");
  }
}
