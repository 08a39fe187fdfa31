package io.wirewatch.replay.history;

import io.wirewatch.RawArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Raw articles that another thread hands in, as one partition. The broker is taken to have had each
 * when it was observed.
 */
public final class ArticleQueue implements History {
  private static final int MOST = 2_048;
  private static final int ARTICLES_A_CHUNK = 32;
  // Who stops a replay that waits for standard input wants an answer.
  private static final long PATIENCE_MILLIS = 200;
  private static final Past END = new Past(0, Long.MAX_VALUE, 0, null, null, null);

  private final BlockingQueue<Past> articles = new ArrayBlockingQueue<>(MOST);
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final long skipped;
  // Of who adds.
  private long offset;
  // Of who reads.
  private long nextOffset;
  private boolean ended;

  private record Listed(List<Past> records, long nextOffset) implements Chunk {
    @Override
    public int partition() {
      return 0;
    }

    @Override
    public int count() {
      return records.size();
    }

    @Override
    public List<Past> read() {
      return records;
    }
  }

  /**
   * An empty queue.
   *
   * @param skipped how many of the first articles are left out, since they were replayed before
   */
  public ArticleQueue(long skipped) {
    this.skipped = skipped;
    this.nextOffset = skipped;
  }

  /** The next article; waits while there is no room. */
  public void add(RawArticle article) throws InterruptedException {
    if (offset >= skipped) {
      articles.put(
          new Past(
              0, offset, article.getObservedAt().toEpochMilli(), article.getId(), article, null));
    }
    offset++;
  }

  /** There are no more. */
  public void end() throws InterruptedException {
    articles.put(END);
  }

  /** There are no more, since what reads them has failed. */
  public void fail(RuntimeException why) throws InterruptedException {
    failure.set(why);
    end();
  }

  @Override
  public @Nullable Chunk next() throws InterruptedException {
    Past first = ended ? END : articles.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return new Pause(0, nextOffset);
    }
    List<Past> records = new ArrayList<>(ARTICLES_A_CHUNK);
    records.add(first);
    articles.drainTo(records, ARTICLES_A_CHUNK - 1);
    ended = records.remove(END);
    if (records.isEmpty()) {
      throwFailure();
      return null;
    }
    nextOffset += records.size();
    return new Listed(records, nextOffset);
  }

  private void throwFailure() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public long expected() {
    return UNKNOWN;
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public void close() {
    articles.clear();
  }
}
