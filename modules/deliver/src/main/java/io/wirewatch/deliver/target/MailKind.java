package io.wirewatch.deliver.target;

import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.deliver.target.MailSettings.Login;
import io.wirewatch.deliver.target.MailSettings.Server;
import io.wirewatch.deliver.target.MailSettings.Tls;
import io.wirewatch.deliver.target.TargetSpec.Updates;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of mail. */
final class MailKind implements TargetKind {
  private static final Pattern SERVER =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,39}])(?::(\\d{1,5}))?");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;
  private static final int MOST_RECIPIENTS = 100;

  @Override
  public Optional<TargetSpec> read(Section section) {
    section.knownAre(Set.of("smtp", "from", "to", "tls", "user", "password", "password_file"));
    Optional<Login> login = login(section);
    Optional<Server> server =
        section.needed("smtp", "host:port of a mail server").flatMap(at -> server(section, at));
    List<InternetAddress> from = addresses(section, "from");
    List<InternetAddress> to = addresses(section, "to");
    if (from.size() > 1 || to.size() > MOST_RECIPIENTS) {
      section.problem("to", "takes at most 100 addresses, and from one");
    }
    if (server.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (login.isPresent() && isReadable(server.get())) {
      section.problem("tls", "required or implicit goes with a password, or others read it");
    }
    MailSettings settings =
        new MailSettings(server.get(), from.get(0), to, login, section.timeout());
    return Optional.of(
        new OpenedSpec(
            section.name(),
            section.updates(Updates.WORSE),
            settings.timeout(),
            settings.toString(),
            clock -> new MailTarget(section.name(), settings, clock)));
  }

  private static boolean isReadable(Server server) {
    boolean open = server.tls() == Tls.NONE || server.tls() == Tls.OFFERED;
    return open && !LOOPBACK.matcher(server.host()).matches();
  }

  private static Optional<Server> server(Section section, String written) {
    Matcher parts = SERVER.matcher(written);
    int port = 0;
    if (parts.matches()) {
      port = parts.group(2) == null ? SUBMISSION : Integer.parseInt(parts.group(2));
    }
    if (port < 1 || port > 65_535) {
      section.problem("smtp", "takes host:port, as in mail.example.org:587");
      return Optional.empty();
    }
    return Optional.of(new Server(parts.group(1), port, tls(section, parts.group(1), port)));
  }

  /** Off this machine mail is not sent in the open unless somebody says so. */
  private static Tls tls(Section section, String host, int port) {
    Tls usual = LOOPBACK.matcher(host).matches() ? Tls.OFFERED : Tls.REQUIRED;
    String fallback = (port == SUBMISSION_OVER_TLS ? Tls.IMPLICIT : usual).name();
    String word =
        section.word(
            "tls",
            List.of("required", "implicit", "offered", "none"),
            fallback.toLowerCase(Locale.ROOT));
    return Tls.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Optional<Login> login(Section section) {
    Optional<String> user = section.text("user");
    Optional<Secret> password = section.secret("password");
    if (user.isPresent() != password.isPresent()) {
      section.problem("user", "and 'password:' go together");
    }
    return user.flatMap(who -> password.map(secret -> new Login(who, secret)));
  }

  private static List<InternetAddress> addresses(Section section, String key) {
    List<Yaml.Text> written = section.texts(key);
    if (written.isEmpty()) {
      section.problem(key, "is needed: a mail address");
    }
    return written.stream().flatMap(text -> address(section, key, text).stream()).toList();
  }

  private static Optional<InternetAddress> address(Section section, String key, Yaml.Text text) {
    try {
      InternetAddress address = new InternetAddress(text.value(), true);
      if (address.getAddress().indexOf('@') > 0) {
        return Optional.of(address);
      }
    } catch (AddressException rubbish) {
      // Told below, without what was written.
    }
    section.fields().problem(text.line(), key + " takes a mail address, as in desk@example.org");
    return Optional.empty();
  }
}
