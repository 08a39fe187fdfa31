package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.dashboard.web.Wire.Answer;
import io.wirewatch.dashboard.web.Wire.Ask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A server that says what it was asked, or fails as a test asks it to. */
final class EchoServer implements AutoCloseable {
  private final DashboardServer server;

  EchoServer() {
    DashboardServer.Site site =
        new DashboardServer.Site(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Set.of("desk.example"),
            Map.of("/articles", (exchange, arrival) -> other(exchange)),
            "0.1.0");
    try {
      server = new DashboardServer(site, 1, new FixedDoor(), routes());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  Answer answer(Ask ask) throws IOException {
    return Wire.answer(server.address(), ask);
  }

  Socket open(Ask ask) throws IOException {
    return Wire.open(server.address(), ask);
  }

  private static List<Route> routes() {
    return List.of(
        Route.get("/api/echo", EchoServer::echo),
        Route.question("/api/echo", EchoServer::echo),
        Route.decision("DELETE", "/api/echo", asked -> Reply.nothing()),
        Route.get("/api/things/", asked -> text(asked.below("/api/things/"))),
        Route.decision("POST", "/api/desk", asked -> text(asked.user().signature())),
        Route.get("/api/wrong", asked -> fail(new BadRequestException("'limit' is a number"))),
        Route.get("/api/broken", asked -> fail(new IllegalStateException("secret inside"))),
        Route.get("/api/large", asked -> text("x".repeat(100_000))),
        Route.get("/api/packed", asked -> packed("x".repeat(100_000))));
  }

  private static void other(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, -1);
  }

  private static Reply echo(Request asked) {
    return text(
        asked.method()
            + asked.asked("q").orElse("")
            + new String(asked.body(), StandardCharsets.UTF_8));
  }

  private static Reply text(String said) {
    return Reply.json(200, JsonNodeFactory.instance.objectNode().put("said", said));
  }

  private static Reply fail(RuntimeException thrown) {
    throw thrown;
  }

  private static Reply packed(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return new Reply.Packed("application/json", Gzip.packed(plain), () -> plain, Map.of());
  }

  @Override
  public void close() {
    server.close();
  }
}
