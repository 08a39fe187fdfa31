package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** What a request is answered with. */
public sealed interface Reply {

  /** Headers beside those that every reply has. */
  Map<String, String> headers();

  /** Media type; empty where there is no content. */
  String type();

  /** Status of the reply. */
  int status();

  /** Content that is there as a whole; empty: none. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Whole(int status, String type, byte[] content, Map<String, String> headers)
      implements Reply {}

  /**
   * Content that many ask for, packed once for all of them.
   *
   * @param gzip as most take it
   * @param plain for the others
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Packed(String type, byte[] gzip, Supplier<byte[]> plain, Map<String, String> headers)
      implements Reply {
    @Override
    public int status() {
      return 200;
    }
  }

  /** Content that comes while the connection lasts. */
  record Flowing(String type, Flow flow, Map<String, String> headers) implements Reply {
    @Override
    public int status() {
      return 200;
    }
  }

  /** Writes until there is nothing more, or the other side is gone. */
  interface Flow {
    /** Writes; an {@link IOException} of the stream means that the other side is gone. */
    void into(OutputStream out) throws IOException;
  }

  /** JSON. */
  static Reply json(int status, JsonNode node) {
    return new Whole(
        status, "application/json", node.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** A problem, said as {@code {"error":"…"}}. */
  static Reply error(int status, String message) {
    return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  /** Done, with nothing to say. */
  static Reply nothing() {
    return new Whole(204, "", new byte[0], Map.of());
  }
}
