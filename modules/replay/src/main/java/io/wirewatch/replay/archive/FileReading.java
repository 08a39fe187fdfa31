package io.wirewatch.replay.archive;

import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.jspecify.annotations.Nullable;

/** A file of an archive, block by block. */
final class FileReading implements Closeable {
  /* Offsets have holes, and are packed with the records. So the place of a record, for a replay that goes on, is the first
   * offset of its file plus how many records of the file lie before it: that is never above its offset, grows, and is known
   * without unpacking. */
  private final ArchiveFile file;
  private final ArchiveForm form;
  private final FileAccount account;
  private final BlockFile blocks;
  private final long skipped;
  private long passed;

  /**
   * A file from some place on.
   *
   * @param position where its partition goes on
   */
  FileReading(ArchiveFile file, ArchiveForm form, long position) throws IOException {
    this.file = file;
    this.form = form;
    this.blocks = BlockFile.open(file.path());
    this.skipped = Math.max(0, position - file.firstOffset());
    this.account = new FileAccount(file, blocks.end().records(), skipped);
  }

  ArchiveFile file() {
    return file;
  }

  ArchiveForm form() {
    return form;
  }

  FileAccount account() {
    return account;
  }

  /** A reader for one block. */
  DatumReader<GenericRecord> reader() {
    return form.reader(blocks.schema());
  }

  /** The next block; null at the end. */
  @Nullable BlockChunk next() throws IOException {
    Block block = blocks.next();
    while (block != null && passed + block.count() <= skipped) {
      passed += block.count();
      block = blocks.next();
    }
    if (blocks.isDamaged()) {
      account.damaged("a part of it had to be passed over");
    }
    if (block == null) {
      account.end();
      return null;
    }
    int skippedHere = (int) Math.max(0, skipped - passed);
    passed += block.count();
    return new BlockChunk(this, block, skippedHere, file.firstOffset() + passed);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
