package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.article.Reading;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class SeenTest {

  @Test
  void isNews_afterAWayThroughBytes_isAsBefore() {
    Seen seen = Seen.of(ByteBuffer.allocate(0));
    for (int n = 0; n < 150; n++) {
      assertThat(seen.isNews(article(n))).isTrue();
    }

    Seen again = Seen.of(seen.bytes());

    for (int n = 0; n < 150; n++) {
      assertThat(again.isNews(article(n))).isFalse();
    }
  }

  @Test
  void bytes_ofMoreThanFits_keepsTheOnesSeenLast() {
    Seen seen = Seen.of(ByteBuffer.allocate(0));
    for (int n = 0; n < 30_000; n++) {
      seen.isNews(article(n));
    }

    ByteBuffer bytes = seen.bytes();

    assertThat(bytes.remaining()).isEqualTo(20_000 * 16);
    assertThat(Seen.of(bytes).isNews(article(29_999))).isFalse();
    assertThat(Seen.of(bytes).isNews(article(1))).isTrue();
  }

  @Test
  void of_bytesThatAreCut_readsWhatIsWhole() {
    Seen seen = Seen.of(ByteBuffer.allocate(0));
    seen.isNews(article(1));
    ByteBuffer bytes = seen.bytes();
    ByteBuffer longer = ByteBuffer.allocate(bytes.remaining() + 5).put(bytes).position(0);

    assertThat(Seen.of(longer).isNews(article(1))).isFalse();
  }

  private static Reading article(int number) {
    return new Reading.Read(
        RawArticle.newBuilder()
            .setId("id-" + number)
            .setSource("Lantern Wire")
            .setHeadline("Bridge " + number)
            .setBody("It is open.")
            .setObservedAt(SimulatedClock.MONDAY)
            .setFeed("feed:test")
            .build());
  }
}
