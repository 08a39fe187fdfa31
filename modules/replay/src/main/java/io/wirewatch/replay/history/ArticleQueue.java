package io.wirewatch.replay.history;

import io.wirewatch.RawArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Raw articles that another thread hands in, as one partition. The broker is taken to have had each
 * when it was observed.
 */
public final class ArticleQueue implements History {
  private static final int ARTICLES_A_CHUNK = 32;
  private static final int MOST_CHUNKS = 64;

  private final BlockingQueue<Listed> chunks = new ArrayBlockingQueue<>(MOST_CHUNKS);
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final long skipped;
  private List<Past> filling = new ArrayList<>();
  private long offset;
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
  }

  /** The next article; waits while there is no room. */
  public void add(RawArticle article) throws InterruptedException {
    if (offset >= skipped) {
      filling.add(
          new Past(
              0, offset, article.getObservedAt().toEpochMilli(), article.getId(), article, null));
    }
    offset++;
    if (filling.size() == ARTICLES_A_CHUNK) {
      pass();
    }
  }

  /** There are no more. */
  public void end() throws InterruptedException {
    pass();
    chunks.put(new Listed(List.of(), offset));
  }

  /** There are no more, since what reads them has failed. */
  public void fail(RuntimeException why) throws InterruptedException {
    failure.set(why);
    end();
  }

  private void pass() throws InterruptedException {
    if (!filling.isEmpty()) {
      chunks.put(new Listed(List.copyOf(filling), offset));
      filling = new ArrayList<>();
    }
  }

  @Override
  public @Nullable Chunk next() throws InterruptedException {
    if (ended) {
      return null;
    }
    Listed chunk = chunks.take();
    ended = chunk.count() == 0;
    RuntimeException failed = failure.get();
    if (ended && failed != null) {
      throw failed;
    }
    return ended ? null : chunk;
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
    chunks.clear();
  }
}
