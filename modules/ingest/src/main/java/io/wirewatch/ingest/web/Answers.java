package io.wirewatch.ingest.web;

import io.wirewatch.ingest.article.DecodedText;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Takes in what a server answers, within bounds. */
final class Answers {
  private static final Set<String> KEPT =
      Set.of(
          "etag",
          "last-modified",
          "cache-control",
          "age",
          "retry-after",
          "location",
          "link",
          "content-type");

  private Answers() {}

  static WebAnswer read(URI address, ClassicHttpResponse response, int mostBytes)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      if (KEPT.contains(name) && header.getValue() != null) {
        headers.merge(
            name, text(name, header.getValue()), (first, more) -> joined(name, first, more));
      }
    }
    HttpEntity entity = response.getEntity();
    boolean wanted = response.getCode() / 100 == 2 && entity != null;
    byte[] body = wanted ? bounded(entity, mostBytes) : new byte[0];
    return new WebAnswer(address, response.getCode(), headers, body)
        .in(wanted ? charset(entity) : null);
  }

  /** Addresses are in UTF-8 where their bytes are that; all else goes back as it came. */
  private static String text(String name, String received) {
    return name.equals("location") || name.equals("link")
        ? DecodedText.strict(
                ByteBuffer.wrap(received.getBytes(StandardCharsets.ISO_8859_1)),
                StandardCharsets.UTF_8)
            .orElse(received)
        : received;
  }

  /** Of what may be there once only, the first counts. */
  private static String joined(String name, String first, String more) {
    return name.equals("link") || name.equals("cache-control") ? first + ", " + more : first;
  }

  private static byte[] bounded(HttpEntity entity, int mostBytes) throws IOException {
    byte[] bytes = entity.getContent().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new Deadline.TooLargeException("the answer is over 16 MiB");
    }
    return bytes;
  }

  private static @Nullable Charset charset(HttpEntity entity) {
    return Optional.ofNullable(ContentType.parseLenient(entity.getContentType()))
        .map(ContentType::getCharset)
        .orElse(null);
  }
}
