package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static io.wirewatch.deliver.target.Mails.sent;
import static io.wirewatch.deliver.target.Mails.settings;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.wirewatch.MessageKind;
import io.wirewatch.Severity;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.deliver.target.MailSettings.Tls;
import io.wirewatch.deliver.target.Target.Answer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a mail server that takes it. */
@Timeout(20)
final class MailTargetTest {
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

  private static String part(MimeMessage mail, int number) throws Exception {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
    assertThat(part.getContentType()).containsIgnoringCase("charset=UTF-8");
    return part.getContent().toString();
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
