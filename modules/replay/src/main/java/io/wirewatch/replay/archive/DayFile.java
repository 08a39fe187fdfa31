package io.wirewatch.replay.archive;

import io.wirewatch.replay.history.Past;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericRecord;

/** A file of an archive while it is written, under a hidden name in its folder. */
final class DayFile {
  /** Large enough to pack well, small enough to be lost. */
  private static final int BLOCK_BYTES = 1 << 18;

  private static final int ZSTD_LEVEL = 3;

  private final ArchiveFile file;
  private final ArchiveForm form;
  private final Path unfinished;
  private final FileChannel channel;
  private final DataFileWriter<GenericRecord> writer;
  private FileEnd end;

  private DayFile(ArchiveFile file, ArchiveForm form) throws IOException {
    this.file = file;
    this.form = form;
    this.end = new FileEnd(file.firstOffset(), 0, 0);
    this.unfinished = file.path().resolveSibling("." + file.name() + Disk.UNFINISHED);
    this.channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    this.writer = new DataFileWriter<>(form.writer());
  }

  /** Begins a file. */
  static DayFile begin(ArchiveFile file, ArchiveForm form) throws IOException {
    Files.createDirectories(file.path().resolveSibling(""));
    DayFile begun = new DayFile(file, form);
    try {
      begun.writeHeader();
      return begun;
    } catch (IOException | RuntimeException failed) {
      begun.abandon();
      throw failed;
    }
  }

  private void writeHeader() throws IOException {
    writer.setCodec(CodecFactory.zstandardCodec(ZSTD_LEVEL, true, true));
    writer.setSyncInterval(BLOCK_BYTES);
    writer.setMeta("wirewatch.topic", file.topic());
    writer.setMeta("wirewatch.partition", file.partition());
    writer.setMeta("wirewatch.firstOffset", file.firstOffset());
    FileEnd.places().forEach(writer::setMeta);
    writer.create(form.schema(), Channels.newOutputStream(channel));
  }

  /** What file it will be. */
  ArchiveFile file() {
    return file;
  }

  /** How many bytes are written. */
  long bytes() throws IOException {
    return channel.position();
  }

  /**
   * The next record.
   *
   * @param streamMillis its partition's time with it
   */
  void append(Past past, long streamMillis) throws IOException {
    writer.append(form.written(past));
    end = new FileEnd(past.offset() + 1, end.records() + 1, streamMillis);
  }

  /** It is complete, and gets its name. */
  void finish() throws IOException {
    writer.flush();
    ByteBuffer header =
        ByteBuffer.allocate((int) Math.min(channel.size(), BlockFile.MOST_HEADER_BYTES));
    channel.read(header, 0);
    // A character for each byte, so that places are the same.
    String text = new String(header.array(), StandardCharsets.ISO_8859_1);
    Map<String, String> places = FileEnd.places();
    for (Map.Entry<String, String> number : end.numbers().entrySet()) {
      channel.write(
          ByteBuffer.wrap(number.getValue().getBytes(StandardCharsets.US_ASCII)),
          text.indexOf(places.getOrDefault(number.getKey(), "")));
    }
    writer.close();
    Disk.finish(unfinished, file.path());
    CheckSums.of(file.path().resolveSibling("")).add(file);
  }

  /** It is not wanted any more. */
  void abandon() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
