package io.wirewatch.ingest.http;

import static io.wirewatch.ingest.http.LoopbackReceiver.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A post is answered when the cluster has acknowledged it, or does not. */
final class AcknowledgementTest {
  private LoopbackReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new LoopbackReceiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void post_beforeTheAcknowledgement_isNotAnswered() throws Exception {
    receiver.acknowledgement = new CompletableFuture<>();
    CompletableFuture<HttpResponse<String>> answer = postLater();
    awaitPublished(1);

    assertThat(answer).isNotDone();
    receiver.acknowledgement.complete(null);
    assertThat(answer.get().statusCode()).isEqualTo(202);
  }

  @Test
  void post_whatTheClusterRefuses_is503() throws Exception {
    receiver.acknowledgement =
        CompletableFuture.failedFuture(new IllegalStateException("no leader"));
    HttpResponse<String> answer = receiver.post("application/json", GOOD);

    assertThat(answer.statusCode() + " " + answer.body())
        .isEqualTo(
            "503 {\"ids\":[],\"error\":\"the cluster acknowledged 0 of 1 articles; post all of them again, it does no harm\"}\n");
  }

  @Test
  void post_whatTheClusterNeverAcknowledges_is503InTheEnd() throws Exception {
    receiver.acknowledgement = new CompletableFuture<>();

    assertThat(receiver.post("application/json", GOOD).statusCode()).isEqualTo(503);
  }

  @Test
  void post_whileTheProducersBufferIsFull_is429() throws Exception {
    receiver.acknowledgement = CompletableFuture.failedFuture(new BufferExhaustedException("full"));

    assertThat(receiver.post("application/json", GOOD).statusCode()).isEqualTo(429);
  }

  @Test
  void post_oneMoreThanMayBeUnderWay_is429WithRetryAfter() throws Exception {
    receiver.acknowledgement = new CompletableFuture<>();
    CompletableFuture<HttpResponse<String>> first = postLater();
    CompletableFuture<HttpResponse<String>> second = postLater();
    awaitPublished(2);
    HttpResponse<String> third = receiver.post("application/json", GOOD);
    receiver.acknowledgement.complete(null);

    assertThat(third.statusCode() + " " + third.headers().firstValue("Retry-After").orElse(""))
        .isEqualTo("429 1");
    assertThat(first.get().statusCode() + second.get().statusCode()).isEqualTo(404);
  }

  private void awaitPublished(int count) throws InterruptedException {
    CountDownLatch pause = new CountDownLatch(1);
    for (int round = 0; receiver.published.size() < count && round < 500; round++) {
      pause.await(10, TimeUnit.MILLISECONDS);
    }
    assertThat(receiver.published).hasSize(count);
  }

  private CompletableFuture<HttpResponse<String>> postLater() {
    return receiver.client.sendAsync(
        receiver
            .to("/articles")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(GOOD))
            .build(),
        BodyHandlers.ofString());
  }
}
