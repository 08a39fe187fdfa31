package io.wirewatch.ingest.rhythm;

import io.wirewatch.ingest.rhythm.SourceFinding.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches over one source: that it is not silent although it would normally talk, that not all of
 * its items are suddenly rejected, that they do not all have one text. Says once that something is
 * wrong, and once that it is over. Small, and kept as bytes: what was said is not said again after
 * a restart, and what was not is. Not thread-safe.
 *
 * <p>Tell of every item that is new, when it came, {@linkplain #accepted accepted} or {@linkplain
 * #rejected rejected}, and {@linkplain #check ask} every few minutes, whether or not the source
 * answered.
 */
public final class SourceWatch {
  private final String source;
  private final SourceRhythm rhythm;
  private final UnusualRun rejections;
  private final UnusualRun repeats;
  private final RecentTexts texts;
  private boolean silent;
  private long checked;

  private SourceWatch(
      String source,
      SourceRhythm rhythm,
      UnusualRun rejections,
      UnusualRun repeats,
      RecentTexts texts) {
    this.source = source;
    this.rhythm = rhythm;
    this.rejections = rejections;
    this.repeats = repeats;
    this.texts = texts;
  }

  /** Over a source of which nothing is known. */
  public static SourceWatch over(String source) {
    return new SourceWatch(
        source, new SourceRhythm(), new UnusualRun(), new UnusualRun(), new RecentTexts());
  }

  /**
   * As it was kept; empty where these are not the bytes of a watch, so that it has to begin anew.
   */
  public static Optional<SourceWatch> restored(String source, byte[] snapshot) {
    return Snapshot.restored(source, snapshot);
  }

  /** What {@link #restored} takes; less than 2 KiB. */
  public byte[] snapshot() {
    return Snapshot.of(this);
  }

  /**
   * An item came that can be used.
   *
   * @param id hash of what tells it from others
   * @param text hash of what it says
   */
  public List<SourceFinding> accepted(Instant at, long id, long text) {
    List<SourceFinding> findings = came(at);
    UnusualRun.Change rejecting = rejections.next(false, at.toEpochMilli());
    if (rejecting == UnusualRun.Change.ENDS) {
      Instant since = Instant.ofEpochMilli(rejections.since());
      findings.add(over(Kind.REJECTING, since, at, Words.accepted(since, at)));
    }
    if (texts.isSame(id, text)) {
      return findings;
    }
    UnusualRun.Change repeating = repeats.next(texts.repeats(id, text), at.toEpochMilli());
    Instant since = Instant.ofEpochMilli(repeats.since());
    switch (repeating) {
      case BEGINS -> findings.add(finding(Kind.CONSTANT, since, at, Words.constant(repeats.run())));
      case ENDS -> findings.add(over(Kind.CONSTANT, since, at, Words.different(since, at)));
      case NONE -> {}
    }
    return findings;
  }

  /** An item came that cannot be used. */
  public List<SourceFinding> rejected(Instant at) {
    List<SourceFinding> findings = came(at);
    if (rejections.next(true, at.toEpochMilli()) == UnusualRun.Change.BEGINS) {
      Instant since = Instant.ofEpochMilli(rejections.since());
      findings.add(finding(Kind.REJECTING, since, at, Words.rejecting(rejections.run())));
    }
    return findings;
  }

  private List<SourceFinding> came(Instant at) {
    List<SourceFinding> findings = new ArrayList<>(2);
    if (silent) {
      silent = false;
      Instant since = rhythm.last();
      findings.add(over(Kind.SILENT, since, at, Words.talking(since, at)));
    }
    rhythm.came(at);
    looked(at);
    return findings;
  }

  /** Whether the source has been silent for too long by now; said once. */
  public Optional<SourceFinding> check(Instant now) {
    looked(now);
    if (silent || !rhythm.isTooLong(now)) {
      return Optional.empty();
    }
    silent = true;
    Instant since = rhythm.last();
    return Optional.of(
        finding(Kind.SILENT, since, now, Words.silent(since, now, rhythm.silence(now))));
  }

  /**
   * The source is watched again from now on: that nothing came since it was last asked means
   * nothing. To be called where a watch is {@linkplain #restored restored}.
   */
  public void resumed(Instant now) {
    if (checked > 0) {
      rhythm.wasNotWatched(Instant.ofEpochMilli(checked), now);
    }
    looked(now);
  }

  /** Whether enough was learned to notice a silence: three weeks and ten silences. */
  public boolean isLearned() {
    return rhythm.isLearned();
  }

  /** Whether it is in a silence that was told of. */
  public boolean isSilent() {
    return silent;
  }

  /** How many items would have come since the last one; 0 before the first. */
  public double expectedSince(Instant now) {
    return rhythm.hasBegun() ? rhythm.silence(now) : 0;
  }

  private void looked(Instant at) {
    checked = Math.max(checked, at.toEpochMilli());
  }

  private SourceFinding finding(Kind kind, Instant since, Instant at, String explanation) {
    return new SourceFinding(kind, null, source, since, at, explanation);
  }

  private SourceFinding over(Kind ended, Instant since, Instant at, String explanation) {
    return new SourceFinding(Kind.RECOVERED, ended, source, since, at, explanation);
  }

  void write(DataOutput out) throws IOException {
    rhythm.write(out);
    rejections.write(out);
    repeats.write(out);
    texts.write(out);
    out.writeBoolean(silent);
    out.writeLong(checked);
  }

  static SourceWatch read(String source, DataInput in) throws IOException {
    SourceWatch watch =
        new SourceWatch(
            source,
            SourceRhythm.read(in),
            UnusualRun.read(in),
            UnusualRun.read(in),
            RecentTexts.read(in));
    watch.silent = in.readBoolean();
    watch.checked = in.readLong();
    if (watch.silent && !watch.rhythm.hasBegun()) {
      throw new StreamCorruptedException("a silence before the first item");
    }
    return watch;
  }
}
