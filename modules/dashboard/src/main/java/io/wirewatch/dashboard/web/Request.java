package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One request that may be answered.
 *
 * @param path decoded, without the query
 * @param query decoded; of a name that is given twice, the first
 * @param lastEventId what a browser says that it has seen of a stream
 * @param body at most {@link #MOST_BODY_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // It is read once, and never compared.
public record Request(
    User user,
    String method,
    String path,
    Map<String, String> query,
    Optional<String> lastEventId,
    byte[] body) {

  /** The largest body, in bytes. */
  public static final int MOST_BODY_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
              .build());

  /** Copies the query. */
  public Request {
    query = Map.copyOf(query);
  }

  /** What is asked for under that name; empty where it is not, or blank. */
  public Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What is behind a prefix of the path. */
  public String below(String prefix) {
    return path.substring(prefix.length());
  }

  /**
   * The body as JSON.
   *
   * @throws BadRequestException where it is no JSON object
   */
  public JsonNode json() {
    try {
      JsonNode read = JSON.readTree(body);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (JsonProcessingException noJson) {
      throw new BadRequestException("the body is no JSON: " + noJson.getOriginalMessage(), noJson);
    } catch (IOException impossible) {
      throw new IllegalStateException("from memory", impossible);
    }
    throw new BadRequestException("the body is to be a JSON object");
  }
}
