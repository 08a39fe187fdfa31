package io.wirewatch.annotate.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes gazetteer.bin. Arguments: folder of the data, file to write. The same data gives the same
 * bytes.
 */
public final class CompileGazetteer {
  private CompileGazetteer() {}

  /**
   * Compiles.
   *
   * @throws IOException when a file is missing, or a line of it is wrong: with file, line and
   *     reason
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    GazetteerFile file = GazetteerSource.read(Path.of(arguments[0]));
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(target)) {
      file.write(out);
    }
  }
}
