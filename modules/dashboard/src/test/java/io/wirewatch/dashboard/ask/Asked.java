package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.dashboard.ApiSchema;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.dashboard.web.User;
import io.wirewatch.dashboard.web.User.Power;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests as the door hands them on, put to routes; every answer has to fit the description. */
final class Asked {
  static final User AMAL = new User(Optional.of("amal"), Power.OPERATOR);
  static final User BARAN = new User(Optional.of("baran"), Power.OPERATOR);

  private final List<Route> routes;

  /**
   * What was said.
   *
   * @param json null where nothing was
   */
  record Answer(int status, JsonNode json) {
    /** The sentence of a problem. */
    String error() {
      return json.path("error").asText();
    }
  }

  Asked(List<Route> routes) {
    this.routes = routes;
  }

  Answer get(String path, Map<String, String> query) {
    return answer(request(User.LOCAL, "GET", path, query, ""));
  }

  /** With single quotes in place of double ones. */
  Answer post(User user, String path, String body) {
    return answer(request(user, "POST", path, Map.of(), body.replace('\'', '"')));
  }

  Answer post(User user, String path, JsonNode body) {
    return answer(request(user, "POST", path, Map.of(), body.toString()));
  }

  Answer delete(User user, String path, Map<String, String> query) {
    return answer(request(user, "DELETE", path, query, ""));
  }

  Reply raw(String path) {
    return reply(request(User.LOCAL, "GET", path, Map.of(), ""));
  }

  static Request request(
      User user, String method, String path, Map<String, String> query, String body) {
    return new Request(
        user, method, path, query, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private Answer answer(Request request) {
    Reply reply = reply(request);
    return new Answer(reply.status(), ApiSchema.fits(request.path(), request.method(), reply));
  }

  private Reply reply(Request request) {
    return routes.stream()
        .filter(route -> route.method().equals(request.method()))
        .filter(
            route ->
                route.path().endsWith("/")
                    ? request.path().startsWith(route.path())
                    : request.path().equals(route.path()))
        .findFirst()
        .orElseThrow()
        .handler()
        .reply(request);
  }
}
