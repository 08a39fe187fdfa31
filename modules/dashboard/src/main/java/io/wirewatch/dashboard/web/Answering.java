package io.wirewatch.dashboard.web;

import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.contract.http.Admission;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to its reply: files of the page for everybody, routes for who has come in. */
final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
  private static final String PAGE = "/io/wirewatch/dashboard/page/";
  private static final Set<String> LOOKING = Set.of("GET", "HEAD");
  private static final int MOST_AT_ONCE = 64;

  private final PageFiles files = new PageFiles(PAGE);
  private final Admission admission =
      new Admission(MOST_AT_ONCE, (long) MOST_AT_ONCE * Request.MOST_BODY_BYTES);
  private final Routes routes;
  private final Guard guard;
  private final SessionReplies sessions;

  Answering(List<Route> routes, Door door, String version) {
    this.routes = new Routes(routes);
    this.guard = new Guard(door);
    this.sessions = new SessionReplies(guard, version);
  }

  /** The reply, whatever happens: what fails is logged, and told without its reasons. */
  Reply reply(HttpExchange exchange, Body body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      return path == null ? Reply.error(400, "ask for a path") : reply(exchange, path, body);
    } catch (RefusedException refused) {
      return refused.reply();
    } catch (BadRequestException wrong) {
      return Reply.error(400, String.valueOf(wrong.getMessage()));
    } catch (RuntimeException failed) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), path, failed);
      return Reply.error(500, "this failed, through no fault of yours; the server's log says why");
    }
  }

  private Reply reply(HttpExchange exchange, String path, Body body) throws IOException {
    String method = exchange.getRequestMethod();
    if (path.equals(SessionReplies.PATH)) {
      return sessions.reply(method, visitor(exchange), body);
    }
    Optional<Route> route = routes.at(LOOKING.contains(method) ? "GET" : method, path);
    return route.isPresent() ? answer(route.get(), exchange, body) : file(method, path);
  }

  private Reply file(String method, String path) {
    Reply file =
        files.at(path).orElseThrow(() -> RefusedException.with(404, "there is nothing here"));
    if (!LOOKING.contains(method)) {
      throw RefusedException.with(405, "this is only read", "Allow", "GET, HEAD");
    }
    return file;
  }

  private Reply answer(Route route, HttpExchange exchange, Body body) throws IOException {
    Visitor visitor = visitor(exchange);
    Door.Entry entry = guard.entry(visitor);
    Guard.mayDo(entry, route.needs());
    if (!route.method().equals("GET")) {
      Guard.isOurPage(visitor, entry);
    }
    if (route.method().equals("POST")) {
      Guard.isJson(visitor);
    }
    long size = Math.min(body.size(0), Request.MOST_BODY_BYTES);
    if (!admission.enter(size)) {
      throw RefusedException.with(429, "too much at once: try again", "Retry-After", "1");
    }
    try {
      return route.handler().reply(request(entry.user(), exchange, body));
    } finally {
      admission.leave(size);
    }
  }

  private static Request request(User user, HttpExchange exchange, Body body) throws IOException {
    String method = exchange.getRequestMethod();
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        user,
        method.equals("HEAD") ? "GET" : method,
        exchange.getRequestURI().getPath(),
        query == null ? Map.of() : Query.fields(query),
        visitor(exchange).header("Last-Event-ID"),
        body.read(Request.MOST_BODY_BYTES));
  }

  /** Whether who asked may still have what flows to him. */
  boolean mayStay(HttpExchange exchange) {
    return guard.door().entry(visitor(exchange)).isPresent();
  }

  private static Visitor visitor(HttpExchange exchange) {
    return new Visitor(exchange.getRemoteAddress().getAddress(), exchange.getRequestHeaders());
  }
}
