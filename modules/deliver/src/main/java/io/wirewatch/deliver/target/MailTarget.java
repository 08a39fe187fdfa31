package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.MailSettings.Login;
import io.wirewatch.deliver.target.MailSettings.Tls;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail: one to all recipients, each in a connection of its own. Its handle is the id of the
 * group's first mail, which later ones reply to.
 */
final class MailTarget implements Target {
  private static final int MOST_PARTLY_TAKEN = 1000;

  private final String name;
  private final MailSettings settings;
  private final Clock clock;
  private final Words words;
  private final TrackedSockets sockets = new TrackedSockets();
  private final Session session;
  private final Attempt attempt = new Attempt("deliver-mail");

  /** Who had a mail that others did not get yet, by its id; forgotten with the process. */
  private final Map<String, Set<Address>> had =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<Address>> eldest) {
          return size() > MOST_PARTLY_TAKEN;
        }
      };

  MailTarget(String name, MailSettings settings, Clock clock) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.words = new Words(settings.login().map(Login::hidden).orElse(List.of()));
    this.session = Session.getInstance(properties());
  }

  private Properties properties() {
    Tls tls = settings.server().tls();
    String millis = Long.toString(settings.timeout().toMillis());
    Properties all = new Properties();
    all.setProperty("mail.smtp.connectiontimeout", millis);
    all.setProperty("mail.smtp.timeout", millis);
    all.setProperty("mail.smtp.localhost", settings.domain());
    all.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    all.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls != Tls.NONE));
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.REQUIRED));
    all.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.IMPLICIT));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtp.sendpartial", "true");
    all.setProperty("mail.smtp.quitwait", "false");
    all.setProperty("mail.smtp.socketFactory.fallback", "false");
    all.put("mail.smtp.socketFactory", sockets);
    return all;
  }

  @Override
  public Answer send(Message message) throws InterruptedException {
    try {
      Letter letter = Letter.of(message, name, settings, session);
      letter.stamp(clock.instant());
      String handle = message.handle().orElse(letter.id());
      return attempt.within(settings.timeout(), () -> hand(letter, handle), sockets::close);
    } catch (TimeoutException late) {
      return later(late());
    } catch (ExecutionException failed) {
      return failed(failed.getCause());
    } catch (MessagingException unsayable) {
      return new Answer.Never(
          "no mail can be made of it: " + words.of(String.valueOf(unsayable.getMessage())));
    }
  }

  private Answer hand(Letter letter, String handle) throws MessagingException {
    Set<Address> done = had.getOrDefault(letter.id(), Set.of());
    Address[] open =
        settings.to().stream().filter(to -> !done.contains(to)).toArray(Address[]::new);
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      transport.sendMessage(letter, open);
      had.remove(letter.id());
      return new Answer.Taken("taken by " + settings.server(), Optional.of(handle));
    } catch (SendFailedException refused) {
      return refused(letter, handle, Refusals.of(refused));
    }
  }

  private void connect(Transport transport) throws MessagingException {
    MailSettings.Server server = settings.server();
    String user = settings.login().map(Login::user).orElse(null);
    String password = settings.login().map(login -> login.password().value()).orElse(null);
    transport.connect(server.host(), server.port(), user, password);
  }

  /** What some recipients have is not sent to them again while others wait for it. */
  private Answer refused(Letter letter, String handle, Refusals refusals) {
    Set<Address> done = new HashSet<>(had.getOrDefault(letter.id(), Set.of()));
    done.addAll(refusals.took());
    String said = words.of(refusals.words());
    if (done.isEmpty()) {
      return refusals.anyLater() ? later(said) : new Answer.Never(said);
    }
    if (refusals.later().isEmpty()) {
      had.remove(letter.id());
      return new Answer.Taken(words.of("taken, but not for all: " + said), Optional.of(handle));
    }
    settings.to().stream().filter(to -> !refusals.later().contains(to)).forEach(done::add);
    had.put(letter.id(), done);
    return later("taken, but not for all yet: " + said);
  }

  private Answer failed(@Nullable Throwable failed) {
    if (failed instanceof AuthenticationFailedException login) {
      return later("refuses the login: " + login.getMessage());
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return later(late());
      }
      if (cause instanceof SSLException tls) {
        return later("no TLS with " + settings.server() + ": " + tls.getMessage());
      }
    }
    return later(settings.server() + ": " + (failed == null ? "" : failed.getMessage()));
  }

  private String late() {
    return "no answer within " + settings.timeout().toSeconds() + " s";
  }

  private Answer later(String what) {
    return new Answer.Later(words.of(what), Optional.empty());
  }

  @Override
  public void close() {
    attempt.close();
    sockets.close();
  }
}
