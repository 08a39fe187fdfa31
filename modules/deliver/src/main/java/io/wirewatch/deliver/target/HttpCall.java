package io.wirewatch.deliver.target;

import java.net.URI;
import java.util.Map;

/**
 * One request.
 *
 * @param headers beside those of the settings
 */
record HttpCall(
    String method, URI address, String contentType, Map<String, String> headers, String body) {

  static final String JSON = "application/json";

  static HttpCall post(URI address, String json) {
    return new HttpCall("POST", address, JSON, Map.of(), json);
  }
}
