package io.wirewatch.ingest.http;

import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.http.Admission;
import io.wirewatch.contract.http.AllowedHosts;
import io.wirewatch.contract.http.BoundedServer;
import io.wirewatch.ingest.ArticleSink;
import io.wirewatch.ingest.article.ReadingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers requests to {@code /articles}. */
final class ArticleHandler implements BoundedServer.Handler {
  private static final int MOST_DRAINED_BYTES = 2 * ReceiverConfig.MOST_BODY_BYTES;

  private final ReceiverConfig config;
  private final ArticleSink sink;
  private final Clock clock;
  private final Admission admission;
  private final AllowedHosts hosts;

  ArticleHandler(ReceiverConfig config, ArticleSink sink, Clock clock) {
    this.config = config;
    this.sink = sink;
    this.clock = clock;
    this.admission = new Admission(config.mostRequests(), config.mostBytes());
    this.hosts = new AllowedHosts(config.address(), config.hosts());
  }

  @Override
  public void handle(HttpExchange exchange, ScheduledFuture<?> arrival) throws IOException {
    Answer answer = answer(exchange, arrival);
    BoundedServer.drain(exchange.getRequestBody(), MOST_DRAINED_BYTES);
    send(exchange, answer);
  }

  private Answer answer(HttpExchange exchange, ScheduledFuture<?> arrival) throws IOException {
    OptionalInt refused = hosts.refusal(exchange.getRequestHeaders());
    if (refused.isPresent()) {
      return Answer.error(
          refused.getAsInt(), "this server has another name; --allow-host gives it more");
    }
    if (!ArticleReceiver.PATH.equals(exchange.getRequestURI().getPath())) {
      return Answer.error(404, "nothing here; articles are posted to /articles");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answer.error(405, "articles are posted").with("Allow", "POST");
    }
    String type = type(exchange);
    if (!type.equals("json") && !type.equals("jsonl")) {
      return Answer.error(415, "application/json or application/x-ndjson, in UTF-8");
    }
    long size = size(exchange);
    if (size > ReceiverConfig.MOST_BODY_BYTES) {
      return tooLarge();
    }
    if (!admission.enter(size)) {
      return Answer.busy();
    }
    try {
      return published(exchange, type, arrival);
    } finally {
      admission.leave(size);
    }
  }

  private Answer published(HttpExchange exchange, String type, ScheduledFuture<?> arrival)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(ReceiverConfig.MOST_BODY_BYTES + 1);
    if (body.length > ReceiverConfig.MOST_BODY_BYTES) {
      return tooLarge();
    }
    arrival.cancel(false);
    String from = exchange.getRemoteAddress().getAddress().getHostAddress();
    ReadingContext context = ReadingContext.ofFile(from, clock.instant());
    try {
      return acknowledged(
          type.equals("json")
              ? PostedArticles.json(body, context)
              : PostedArticles.jsonLines(body, context));
    } catch (BadPostException wrong) {
      return Answer.badRequest(wrong);
    }
  }

  private Answer acknowledged(List<RawArticle> articles) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    articles.forEach(article -> sent.add(sink.publish(article)));
    boolean allSafe = awaitAll(sent);
    List<String> safe = new ArrayList<>();
    for (int at = 0; at < articles.size(); at++) {
      if (sent.get(at).isDone() && !sent.get(at).isCompletedExceptionally()) {
        safe.add(articles.get(at).getId());
      }
    }
    if (allSafe) {
      return Answer.accepted(safe);
    }
    return safe.isEmpty() && sent.stream().anyMatch(ArticleHandler::isBufferFull)
        ? Answer.busy()
        : Answer.unacknowledged(safe, articles.size());
  }

  private boolean awaitAll(List<CompletableFuture<Void>> sent) {
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
          .get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException notSafe) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isBufferFull(CompletableFuture<Void> sent) {
    return sent.isCompletedExceptionally()
        && sent.handle((done, failed) -> failed).join()
            instanceof org.apache.kafka.clients.producer.BufferExhaustedException;
  }

  private static Answer tooLarge() {
    return Answer.error(413, "over 8 MiB; post fewer articles at once");
  }

  private static long size(HttpExchange exchange) {
    String written = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean known = written != null && written.matches("\\d{1,18}");
    return known ? Long.parseLong(written) : ReceiverConfig.MOST_BODY_BYTES;
  }

  private static String type(HttpExchange exchange) {
    String written = exchange.getRequestHeaders().getFirst("Content-Type");
    String type = written == null ? "" : written.toLowerCase(Locale.ROOT).replace(" ", "");
    return switch (type.replaceFirst(";charset=\"?utf-8\"?$", "")) {
      case "application/json" -> "json";
      case "application/x-ndjson", "application/jsonl", "application/ndjson" -> "jsonl";
      default -> "";
    };
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] content = (answer.content() + "\n").getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), head ? -1 : content.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(content);
      }
    }
  }
}
