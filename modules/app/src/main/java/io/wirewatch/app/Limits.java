package io.wirewatch.app;

import java.util.Map;

/**
 * Bounds on what Avro allocates before it has read the bytes: a record says how long its parts are,
 * and may lie.
 */
final class Limits {
  private static final Map<String, String> LIMITS =
      Map.of(
          // A record says how long its parts are before they come, and may lie.
          "org.apache.avro.limits.bytes.maxLength", "8388608",
          "org.apache.avro.limits.string.maxLength", "8388608",
          "org.apache.avro.limits.collectionItems.maxLength", "100000",
          // Seconds in which the head of a request has to arrive.
          "sun.net.httpserver.maxReqTime", "20",
          // Else each answer waits 40 ms for an acknowledgement of its head.
          "sun.net.httpserver.nodelay", "true",
          // Seconds in which an answer has to be made and taken. A page's stream lasts as long as a
          // session;
          // other answers have the deadline of BoundedServer.
          "sun.net.httpserver.maxRspTime", "46800");

  private Limits() {}

  /** To be called first; what the user has set stays. */
  static void set() {
    LIMITS.forEach(
        (name, limit) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, limit);
          }
        });
  }
}
