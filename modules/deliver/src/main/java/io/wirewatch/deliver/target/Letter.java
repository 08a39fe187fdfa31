package io.wirewatch.deliver.target;

import io.wirewatch.Incident;
import io.wirewatch.Severity;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/** A message as mail. Its id is made of the message's, so that whoever gets it twice can tell. */
final class Letter extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final Pattern ID = Pattern.compile("<[!-~&&[^<>]]{1,900}@[!-~&&[^<>]]{1,255}>");
  private static final Pattern NO_ATOM = Pattern.compile("[^A-Za-z0-9_-]");

  private final String id;

  private Letter(Session session, String id) {
    super(session);
    this.id = id;
  }

  /**
   * The mail.
   *
   * @param target its name, so that two targets' mails have two ids
   */
  static Letter of(Message message, String target, MailSettings settings, Session session)
      throws MessagingException {
    Letter letter = new Letter(session, id(message, target, settings.domain()));
    MessageText text = Wording.of(message);
    letter.setFrom(settings.from());
    letter.setRecipients(RecipientType.TO, settings.to().toArray(Address[]::new));
    letter.setSubject(text.subject(), UTF_8);
    letter.setHeader("Auto-Submitted", "auto-generated");
    if (!message.incidents().isEmpty() && message.newest().getSeverity() == Severity.CRITICAL) {
      letter.setHeader("Importance", "high");
    }
    // What is in the handle went through Kafka, and a header must not be anybody's to write.
    String first = message.handle().filter(known -> ID.matcher(known).matches()).orElse("");
    if (!first.isEmpty() && !first.equals(letter.id)) {
      letter.setHeader("In-Reply-To", first);
      letter.setHeader("References", first);
    }
    letter.setContent(parts(text, footer(message)));
    return letter;
  }

  /** What replies to it name it by. */
  String id() {
    return id;
  }

  /** It is dated by the attempt. */
  void stamp(Instant now) throws MessagingException {
    setSentDate(Date.from(now));
    saveChanges();
  }

  private static String id(Message message, String target, String domain) {
    return "<" + atom(message.id()) + "." + atom(target) + ".wirewatch@" + domain + ">";
  }

  /** Letters, digits and the like; everything else by its number. */
  private static String atom(String text) {
    String some = text.length() > 200 ? text.substring(0, 200) : text;
    return NO_ATOM
        .matcher(some)
        .replaceAll(found -> "=" + Integer.toHexString(found.group().charAt(0)));
  }

  private static String footer(Message message) {
    String group = Headline.isolated(message.group(), 200);
    if (message.incidents().isEmpty()) {
      return "wirewatch, group " + group;
    }
    Incident newest = message.newest();
    String incident = Headline.isolated(newest.getId(), 200);
    return "wirewatch, incident %s, revision %d, group %s"
        .formatted(incident, newest.getRevision(), group);
  }

  private static MimeMultipart parts(MessageText text, String footer) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.plain() + "\n\n-- \n" + footer + "\n", UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(MailHtml.of(text, footer), UTF_8, "html");
    return new MimeMultipart("alternative", plain, html);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
