package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static io.wirewatch.deliver.target.Mails.sent;
import static io.wirewatch.deliver.target.Mails.settings;
import static io.wirewatch.deliver.target.Mails.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.wirewatch.deliver.target.MailSettings.Tls;
import io.wirewatch.deliver.target.Target.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail that a server does not take, or not for all. */
@Timeout(20)
final class MailRefusalTest {
  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 no such sender, Never",
    "MAIL, 451 busy, Later",
    "MAIL, 530 authentication needed, Later",
    "RCPT, 550 no such user, Never",
    "RCPT, 450 greylisted, Later",
    "DATA, 554 no, Never",
    "<mail>, 552 too large, Never",
    "<mail>, 452 disk full, Later",
    "'', 421 go away, Later",
    "'', 554 go away for ever, Later",
  })
  void refusal_isNeverOrLater(String command, String reply, String answer) throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp().answers(command, reply)) {
      Answer given = sent(settings(server.port(), Tls.OFFERED, null, "a@example.org"));

      assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
      assertThat(given.words()).contains(command.isEmpty() ? "" : reply);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EHLO", "MAIL", "RCPT", "DATA", "<mail>"})
  void silence_isLaterWithinTheTimeout(String command) throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp().answers(command, ScriptedSmtp.SILENCE)) {
      MailSettings usual = settings(server.port(), Tls.OFFERED, null, "a@example.org");
      MailSettings settings =
          new MailSettings(
              usual.server(), usual.from(), usual.to(), usual.login(), Duration.ofMillis(400));
      long begun = System.nanoTime();

      Answer answer = sent(settings);

      assertThat(answer).isInstanceOf(Answer.Later.class);
      assertThat(answer.words()).startsWith("no answer within");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void recipient_whoIsRefusedForEver_doesNotKeepItFromTheOthers() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp().answers("RCPT TO:<b@", "550 no b here")) {
      Answer answer =
          sent(settings(server.port(), Tls.OFFERED, null, "a@example.org", "b@example.org"));

      assertThat(answer).isInstanceOf(Answer.Taken.class);
      assertThat(answer.words()).startsWith("taken, but not for all: 550 no b here");
    }
  }

  @Test
  void recipient_whoIsRefusedForNow_isAskedAgainAlone() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp().answers("RCPT TO:<b@", "450 later");
        MailTarget target =
            target(settings(server.port(), Tls.OFFERED, null, "a@example.org", "b@example.org"))) {
      assertThat(target.send(anIncident().first()))
          .isInstanceOfSatisfying(
              Answer.Later.class,
              later -> assertThat(later.words()).startsWith("taken, but not for all yet"));
      server.answers("RCPT TO:<b@", "250 now");

      assertThat(target.send(anIncident().first())).isInstanceOf(Answer.Taken.class);

      assertThat(server.commands("RCPT TO:<a@")).hasSize(1);
      assertThat(server.commands("RCPT TO:<b@")).hasSize(2);
    }
  }

  @Test
  void secret_thatTheServerSendsBack_isNotInTheWords() throws Exception {
    try (ScriptedSmtp server =
        new ScriptedSmtp()
            .answers("EHLO", "250-loopback\r\n250 AUTH PLAIN")
            .answers("AUTH", "535 wrong: $LINE s3cr3t")) {
      Answer answer = sent(settings(server.port(), Tls.OFFERED, "s3cr3t", "a@example.org"));

      assertThat(server.commands("AUTH")).isNotEmpty();
      assertThat(answer).isInstanceOf(Answer.Later.class);
      assertThat(answer.words())
          .startsWith("refuses the login: 535 wrong: AUTH")
          .doesNotContain("s3cr3t")
          .doesNotContain(server.commands("AUTH").get(0).split(" ", -1)[2].replace("=", ""));
    }
  }

  @Test
  void server_withoutTls_getsNothingWhereItIsRequired() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp()) {
      Answer answer = sent(settings(server.port(), Tls.REQUIRED, null, "a@example.org"));

      assertThat(answer).isInstanceOf(Answer.Later.class);
      assertThat(answer.words()).contains("STARTTLS");
      assertThat(server.commands("MAIL")).isEmpty();
    }
  }

  @Test
  void server_thatNobodyVouchesFor_getsNothing() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    mail.start();
    try {
      int port = mail.getSmtps().getPort();

      Answer answer = sent(settings(port, Tls.IMPLICIT, null, "a@example.org"));

      assertThat(answer).isInstanceOf(Answer.Later.class);
      assertThat(answer.words()).startsWith("no TLS with 127.0.0.1:" + port);
      assertThat(mail.getReceivedMessages()).isEmpty();
    } finally {
      mail.stop();
    }
  }

  @Test
  void interrupt_endsTheAttempt() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp().answers("", ScriptedSmtp.SILENCE);
        MailTarget target = target(settings(server.port(), Tls.OFFERED, null, "a@example.org"))) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> target.send(anIncident().first()));
    }
  }
}
