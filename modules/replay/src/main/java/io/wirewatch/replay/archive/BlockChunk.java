package io.wirewatch.replay.archive;

import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.Past;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/** The records of one block. */
final class BlockChunk implements Chunk {
  private final FileReading file;
  private final Block block;
  private final int skipped;
  private final long nextOffset;

  /**
   * A block that is not unpacked yet.
   *
   * @param skipped how many of its first records are left out
   */
  BlockChunk(FileReading file, Block block, int skipped, long nextOffset) {
    this.file = file;
    this.block = block;
    this.skipped = skipped;
    this.nextOffset = nextOffset;
  }

  @Override
  public int partition() {
    return file.file().partition();
  }

  @Override
  public int count() {
    return block.count() - skipped;
  }

  @Override
  public long nextOffset() {
    return nextOffset;
  }

  @Override
  public List<Past> read() {
    List<Past> records = new ArrayList<>();
    try {
      decode(records);
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | ClassCastException
        | UnsupportedOperationException
        | NegativeArraySizeException broken) {
      // What Avro throws on bytes that do not fit their schema. What came before them is good.
      file.account().damaged("a block cannot be read");
    }
    file.account().add(records.size());
    return records;
  }

  @SuppressWarnings("NullAway") // Null for the reuse of a record, as Avro has it.
  private void decode(List<Past> records) throws IOException {
    DatumReader<GenericRecord> reader = file.reader();
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(block.unpacked(), null);
    for (int at = 0; at < block.count(); at++) {
      Past past = file.form().past(reader.read(null, decoder));
      if (past.partition() != partition()) {
        throw new DamagedException("a record of another partition");
      }
      if (at >= skipped) {
        records.add(past);
      }
    }
  }
}
