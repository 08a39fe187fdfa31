package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.http.ArticleReceiver;
import io.wirewatch.ingest.http.ReceiverConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Bytes that nobody should send to {@code POST /articles}: an answer, or the end of the connection;
 * never 500.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PostFuzzTest {
  private static final int EVERY = 50;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

  private final Downstream downstream = new Downstream();
  private final Queue<RawArticle> published = new ConcurrentLinkedQueue<>();
  private ArticleReceiver receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver =
        new ArticleReceiver(
            ReceiverConfig.onLoopback(0),
            article -> {
              published.add(article);
              return CompletableFuture.completedFuture(null);
            },
            CLOCK);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private static Mutator mutator() {
    String chunked =
        "POST /articles HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(JsonLinesFuzzTest.GOOD.length())
            + "\r\n"
            + JsonLinesFuzzTest.GOOD
            + "\r\n0\r\n\r\n";
    return new Mutator(
        "http",
        Stream.concat(
                JsonLinesFuzzTest.mutator("jsonl").seeds().stream()
                    .map(
                        lines ->
                            Wire.request(
                                "POST /articles",
                                "application/x-ndjson",
                                new String(lines, java.nio.charset.StandardCharsets.UTF_8))),
                Stream.of(
                    Wire.request(
                        "POST /articles", "application/json", "[" + JsonLinesFuzzTest.GOOD + "]"),
                    chunked.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .toList(),
        "\r\n\r\n",
        "Host: localhost\r\n",
        "Host: evil.example\r\n",
        "Origin: null\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip\r\n",
        "Content-Encoding: gzip\r\n",
        "Expect: 100-continue\r\n",
        "FFFFFFFFFF\r\n",
        "HTTP/1.0",
        "HTTP/2.0",
        "OPTIONS ",
        "HEAD ",
        "POST * ",
        "POST mailto:a ",
        "//",
        "?");
  }

  @Test
  void requests_hostile_areAnsweredOrClosedAndGoodOnesAreTakenBeside() {
    int[] count = {0};
    new Fuzz("http", 2_000)
        .run(
            mutator(),
            (request, random) -> {
              int status = Wire.status(Wire.exchange(receiver.address(), request));
              assertThat(status).isNotEqualTo(500).isNotEqualTo(503);
              for (RawArticle article = published.poll();
                  article != null;
                  article = published.poll()) {
                downstream.check(article);
              }
              if (count[0]++ % EVERY == 0) {
                assertThat(post(JsonLinesFuzzTest.GOOD)).isEqualTo(202);
                assertThat(published.remove().getId()).isEqualTo("good");
              }
            });
  }

  private int post(String article) throws Exception {
    return Wire.status(
        Wire.exchange(
            receiver.address(), Wire.request("POST /articles", "application/json", article)));
  }
}
