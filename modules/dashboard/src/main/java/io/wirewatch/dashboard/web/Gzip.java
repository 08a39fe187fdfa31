package io.wirewatch.dashboard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packs what is sent. */
public final class Gzip {
  private Gzip() {}

  /** The same in the format of gzip. */
  public static byte[] packed(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 8192)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException("into memory", impossible);
    }
    return packed.toByteArray();
  }
}
