package io.wirewatch.dashboard.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class TurnsTest {

  @Test
  void take_whileAllTurnsAreTaken_is429UntilOneIsFree() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (Turns turns = turns(Duration.ofSeconds(30))) {
      CompletableFuture<Reply> first =
          CompletableFuture.supplyAsync(
              () ->
                  turns.take(
                      () -> {
                        begun.countDown();
                        end.await();
                        return Reply.nothing();
                      }));
      begun.await();

      Reply second = turns.take(Reply::nothing);
      end.countDown();

      assertThat(second.status()).isEqualTo(429);
      assertThat(second.headers()).containsKey("Retry-After");
      assertThat(first.get().status()).isEqualTo(204);
    }
  }

  @Test
  void take_ofWhatTakesTooLong_is503AndIsInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Turns turns = turns(Duration.ofMillis(50))) {
      Reply reply =
          turns.take(
              () -> {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException stopped) {
                  interrupted.countDown();
                }
                return Reply.nothing();
              });

      assertThat(reply.status()).isEqualTo(503);
      interrupted.await();
    }
  }

  @Test
  void take_ofWhatMakesNoSense_throwsAsItIs() {
    try (Turns turns = turns(Duration.ofSeconds(30))) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new BadRequestException("no");
                      }))
          .isInstanceOf(BadRequestException.class)
          .hasMessage("no");
    }
  }

  private static Turns turns(Duration most) {
    return new Turns(new Turns.Bounds("test", 1, most, "ask less"));
  }
}
