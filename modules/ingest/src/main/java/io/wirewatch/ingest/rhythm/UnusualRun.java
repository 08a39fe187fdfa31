package io.wirewatch.ingest.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * Something that happens to a source's items now and then, and suddenly to all of them: how often
 * it happens is learned, and a run of it that chance does not explain is an episode.
 */
final class UnusualRun {
  /** Nothing is said before so many items. */
  static final int LEAST_ITEMS = 20;

  /** No shorter run is an episode. */
  static final int SHORTEST = 5;

  private static final double CHANCE = 1e-6;
  private static final double NEWEST_SHARE = 1 / 50.0;

  private int items;
  private double share;
  private int run;
  private long since;
  private boolean open;

  /** What an item does to an episode. */
  enum Change {
    NONE,
    BEGINS,
    ENDS
  }

  Change next(boolean unusual, long atMillis) {
    if (unusual) {
      since = run == 0 ? atMillis : since;
      run = Math.min(run + 1, Integer.MAX_VALUE - 1);
      boolean begins = !open && isEpisode();
      open |= begins;
      return begins ? Change.BEGINS : Change.NONE;
    }
    // A run that was an episode says nothing of how often it happens otherwise.
    for (int past = 0; !open && past < Math.min(run, SHORTEST); past++) {
      learn(1);
    }
    learn(0);
    run = 0;
    Change change = open ? Change.ENDS : Change.NONE;
    open = false;
    return change;
  }

  private void learn(int happened) {
    items = Math.min(items + 1, LEAST_ITEMS);
    // The first ones weigh the same.
    share += Math.max(NEWEST_SHARE, 1.0 / (items + 1)) * (happened - share);
  }

  private boolean isEpisode() {
    return items >= LEAST_ITEMS && run >= SHORTEST && Math.pow(share, run) <= CHANCE;
  }

  int run() {
    return run;
  }

  long since() {
    return since;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(items);
    out.writeFloat((float) share);
    out.writeInt(run);
    out.writeLong(since);
    out.writeBoolean(open);
  }

  static UnusualRun read(DataInput in) throws IOException {
    UnusualRun run = new UnusualRun();
    run.items = in.readInt();
    run.share = Floats.read(in);
    run.run = in.readInt();
    run.since = in.readLong();
    run.open = in.readBoolean();
    if (run.items < 0 || run.items > LEAST_ITEMS || run.share > 1 || run.run < 0) {
      throw new StreamCorruptedException("counts that no snapshot has");
    }
    return run;
  }
}
