package io.wirewatch.ingest;

import io.wirewatch.ingest.article.UnusableInputException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * One thing to read.
 *
 * @param name as the user said it; of a folder, the path of the file
 */
public record Input(String name, Source source) {

  /** Where its content comes from. */
  public interface Source {

    /**
     * Opens it; whoever opens it closes it.
     *
     * @throws UnusableInputException where it is not there
     */
    Content open() throws UnusableInputException;
  }

  /**
   * An open input.
   *
   * @param address the final web address; null for files
   * @param charset the encoding that the transport declared
   */
  public record Content(InputStream bytes, @Nullable String address, @Nullable Charset charset) {}
}
