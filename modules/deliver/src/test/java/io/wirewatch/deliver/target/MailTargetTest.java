package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.wirewatch.MessageKind;
import io.wirewatch.Severity;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.deliver.target.MailSettings.Login;
import io.wirewatch.deliver.target.MailSettings.Server;
import io.wirewatch.deliver.target.MailSettings.Tls;
import io.wirewatch.deliver.target.Target.Answer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class MailTargetTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void mail_thatIsTaken_saysItPlainAndMarked() throws Exception {
    try (Post post = new Post()) {
      Message message =
          anIncident()
              .saying("انسحبت القوات <b>& co</b> من المعبر")
              .severe(Severity.CRITICAL)
              .matching("انسحبت", "انسحاب")
              .first();

      Answer answer = post.send(message);

      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Taken.class,
              taken -> assertThat(taken.handle()).contains("<a1.desk.wirewatch@example.org>"));
      MimeMessage mail = post.only();
      assertThat(mail.getSubject())
          .isEqualTo("CRITICAL · \u2068انسحبت القوات <b>& co</b> من المعبر\u2069");
      assertThat(mail.getMessageID()).isEqualTo("<a1.desk.wirewatch@example.org>");
      assertThat(mail.getSentDate().toInstant()).isEqualTo("2026-03-02T09:00:00Z");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("Importance")).containsExactly("high");
      assertThat(mail.getHeader("In-Reply-To")).isNull();
      assertThat(part(mail, 0))
          .contains("انسحبت القوات <b>& co</b> من المعبر")
          .contains("https://news.example.org/a?b=1&c=2")
          .contains("wirewatch, incident i1, revision 1, group incident=i1");
      assertThat(part(mail, 1))
          .contains("<mark>انسحبت</mark> القوات &lt;b&gt;&amp; co&lt;/b&gt; من المعبر")
          .contains("<a href=\"https://news.example.org/a?b=1&amp;c=2\">");
    }
  }

  @Test
  void update_repliesToTheFirstMail() throws Exception {
    try (Post post = new Post()) {
      String first = "<a1.desk.wirewatch@example.org>";

      Answer answer = post.send(anIncident().revised(2).told(MessageKind.UPDATE, first));

      assertThat(((Answer.Taken) answer).handle()).contains(first);
      assertThat(post.only().getHeader("In-Reply-To")).containsExactly(first);
      assertThat(post.only().getHeader("References")).containsExactly(first);
      assertThat(post.only().getMessageID()).isEqualTo("<a1-2.desk.wirewatch@example.org>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<x@y>\r\nBcc: evil@example.org", "evil", "<a b@c>"})
  void handle_thatIsNoMessageId_isInNoHeader(String handle) throws Exception {
    try (Post post = new Post()) {
      post.send(anIncident().revised(2).told(MessageKind.UPDATE, handle));

      assertThat(post.only().getHeader("In-Reply-To")).isNull();
      assertThat(post.only().getHeader("Bcc")).isNull();
    }
  }

  @Test
  void headline_withLineEnds_makesNoHeaders() throws Exception {
    try (Post post = new Post()) {
      post.send(anIncident().saying("A\r\nBcc: evil@example.org\r\n\r\nbody").first());

      assertThat(post.only().getSubject()).isEqualTo("HIGH · A Bcc: evil@example.org body");
      assertThat(post.only().getHeader("Bcc")).isNull();
    }
  }

  @Test
  void messageId_ofAStrangeId_isAnAtom() throws Exception {
    try (Post post = new Post()) {
      post.send(Incidents.notice("over"));

      assertThat(post.only().getMessageID()).isEqualTo("<silence=2f7.desk.wirewatch@example.org>");
      assertThat(post.only().getSubject()).isEqualTo("Notice · over");
    }
  }

  @Test
  void login_isSent() throws Exception {
    try (Post post = new Post()) {
      post.mail.setUser("desk@example.org", "desk", "s3cr3t");
      MailSettings settings =
          settings(post.mail.getSmtp().getPort(), Tls.OFFERED, "s3cr3t", "a@example.org");

      assertThat(sent(settings, anIncident().first())).isInstanceOf(Answer.Taken.class);
    }
  }

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

  private static String part(MimeMessage mail, int number) throws Exception {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
    assertThat(part.getContentType()).containsIgnoringCase("charset=UTF-8");
    return part.getContent().toString();
  }

  private static Answer sent(MailSettings settings) throws Exception {
    return sent(settings, anIncident().first());
  }

  private static Answer sent(MailSettings settings, Message message) throws Exception {
    try (MailTarget target = target(settings)) {
      return target.send(message);
    }
  }

  private static MailTarget target(MailSettings settings) {
    return new MailTarget("desk", settings, CLOCK);
  }

  private static MailSettings settings(int port, Tls tls, String password, String... to)
      throws Exception {
    List<InternetAddress> addresses = Arrays.stream(to).map(MailTargetTest::address).toList();
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

  /** A whole mail server. */
  private static final class Post implements AutoCloseable {
    private final GreenMail mail =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Post() {
      mail.start();
    }

    private Answer send(Message message) throws Exception {
      return sent(settings(mail.getSmtp().getPort(), Tls.OFFERED, null, "a@example.org"), message);
    }

    private MimeMessage only() {
      assertThat(mail.getReceivedMessages())
          .as(
              () ->
                  Arrays.stream(mail.getReceivedMessages())
                      .map(GreenMailUtil::getWholeMessage)
                      .toList()
                      .toString())
          .hasSize(1);
      return mail.getReceivedMessages()[0];
    }

    @Override
    public void close() {
      mail.stop();
    }
  }
}
