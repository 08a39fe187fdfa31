package io.wirewatch.dashboard.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What was refused, as JSON: in short, or with its content. */
final class RefusedJson {
  /** Of one content, so much is shown. */
  static final int MOST_CONTENT = 1 << 20;

  private static final int MOST_HEADERS = 100;
  private static final int MOST_HEADER = 8_192;
  private static final Pattern SECRET =
      Pattern.compile(
          "authori[sz]ation|password|passwd|secret|token|cookie|credential|api-?_?key",
          Pattern.CASE_INSENSITIVE);

  private RefusedJson() {}

  static ObjectNode of(Refused refused) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("topic", refused.place().topic())
            .put("partition", refused.place().partition())
            .put("offset", refused.place().offset())
            .put("at", Times.written(refused.at()))
            .put("step", refused.why().step())
            .put("reason", refused.why().reason());
    Refused.From from = refused.from();
    put(node, "input", from.input());
    if (from.line() != null) {
      node.put("line", from.line());
    }
    put(node, "headline", from.headline());
    put(node, "source", from.source());
    put(node, "article", from.article());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  /**
   * With {@code content} or {@code bytes}, at most {@value #MOST_CONTENT} bytes of it; {@code
   * leftOut} says how many more there are. Neither where the record has none.
   *
   * @param rejection what the record is; null where it is a dead letter or cannot be read
   */
  static ObjectNode whole(
      Refused refused, ConsumerRecord<byte[], byte[]> record, @Nullable Rejection rejection) {
    ObjectNode node = of(refused);
    if (rejection != null) {
      putBytes(node, content(rejection).getBytes(StandardCharsets.UTF_8));
    } else if (record.value() != null) {
      putBytes(node, record.value());
    }
    ObjectNode headers = node.putObject("headers");
    for (Header header : record.headers()) {
      if (headers.size() < MOST_HEADERS) {
        headers.put(Texts.bounded(header.key(), MOST_HEADER), shown(header));
      }
    }
    return node;
  }

  private static String content(Rejection rejection) {
    if (rejection.getContent() != null) {
      return rejection.getContent();
    }
    return RecordJson.of(Objects.requireNonNullElse(rejection.getArticle(), rejection))
        .toPrettyString();
  }

  private static void putBytes(ObjectNode node, byte[] bytes) {
    Optional<String> text = Texts.read(bytes);
    int most = text.isPresent() ? wholeCharacters(bytes) : MOST_CONTENT;
    byte[] shown = bytes.length > most ? Arrays.copyOf(bytes, most) : bytes;
    if (text.isPresent()) {
      node.put("content", new String(shown, StandardCharsets.UTF_8));
    } else {
      node.put("bytes", Base64.getEncoder().encodeToString(shown));
    }
    if (shown.length < bytes.length) {
      node.put("leftOut", bytes.length - shown.length);
    }
  }

  /** As many bytes as are shown, ending where a character does. */
  private static int wholeCharacters(byte[] text) {
    int most = Math.min(text.length, MOST_CONTENT);
    while (most > 0 && most < text.length && (text[most] & 0xC0) == 0x80) {
      most--;
    }
    return most;
  }

  private static String shown(Header header) {
    if (SECRET.matcher(header.key()).find()) {
      return "not shown";
    }
    byte[] value = Objects.requireNonNullElse(header.value(), new byte[0]);
    String text = Texts.read(value).orElseGet(() -> Base64.getEncoder().encodeToString(value));
    return Objects.requireNonNullElse(Texts.bounded(text, MOST_HEADER), "");
  }
}
