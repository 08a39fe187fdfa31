package io.wirewatch.replay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.RawArticle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ArticleQueueTest {
  private static RawArticle article(String id) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Delta Post")
        .setHeadline("The ferry is late")
        .setBody("")
        .setObservedAt(Instant.parse("2026-01-01T08:00:00Z"))
        .setFeed("jsonl:test")
        .build();
  }

  private static List<String> ids(Chunk chunk) {
    return chunk.read().stream().map(Past::key).toList();
  }

  @Test
  void next_ofFewArticles_givesThemBeforeMoreCome() throws Exception {
    ArticleQueue queue = new ArticleQueue(0);
    queue.add(article("1"));
    queue.add(article("2"));

    Chunk chunk = queue.next();

    assertThat(ids(chunk)).containsExactly("1", "2");
    assertThat(chunk.nextOffset()).isEqualTo(2);
  }

  @Test
  void next_whereNothingComes_saysSoAndStaysInItsPlace() throws Exception {
    ArticleQueue queue = new ArticleQueue(1);
    assertThat(queue.next().nextOffset()).isEqualTo(1);
    queue.add(article("1"));
    queue.add(article("2"));
    assertThat(ids(queue.next())).containsExactly("2");

    Chunk nothing = queue.next();

    assertThat(nothing.count()).isZero();
    assertThat(nothing.nextOffset()).isEqualTo(2);
  }

  @Test
  void next_behindTheLast_isTheEnd() throws Exception {
    ArticleQueue queue = new ArticleQueue(0);
    queue.add(article("1"));
    queue.end();

    assertThat(ids(queue.next())).containsExactly("1");
    assertThat(queue.next()).isNull();
    assertThat(queue.next()).isNull();
  }

  @Test
  void next_whereReadingFailed_throwsItBehindWhatWasRead() throws Exception {
    ArticleQueue queue = new ArticleQueue(0);
    queue.add(article("1"));
    queue.fail(new IllegalStateException("torn"));

    assertThat(ids(queue.next())).containsExactly("1");
    assertThatThrownBy(queue::next).hasMessage("torn");
  }
}
