package io.wirewatch.ingest.article;

import io.wirewatch.contract.CanonicalUrl;
import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows beside the content itself.
 *
 * @param input the file or address, as the user said it
 * @param observedAt when it was read; relative ages count from here
 * @param address the final web address, against which links are resolved; null for files
 * @param charset the encoding that the transport declared
 */
public record ReadingContext(
    String input, Instant observedAt, @Nullable String address, @Nullable Charset charset) {

  /** The context of a local file. */
  public static ReadingContext ofFile(String input, Instant observedAt) {
    return new ReadingContext(input, observedAt, null, null);
  }

  /** The {@code feed} of an article: which producer read it, from where. */
  public String feed(Producer producer) {
    return producer.word() + ":" + input;
  }

  /**
   * Who is taken for the publisher where the content does not say: the host, or the file's name.
   */
  public String nameOfSource() {
    if (address != null) {
      String host = CanonicalUrl.host(address);
      return host.isEmpty() ? input : host;
    }
    String name = input.substring(Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
