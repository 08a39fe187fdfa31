package io.wirewatch.app;

import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.app.page.ReplayPage;
import java.nio.file.Path;
import java.util.Optional;

/** A replay's report as files, each there as a whole or not at all. */
final class ReplayFiles {
  private static final String NO_INPUT = "";

  private ReplayFiles() {}

  /** Writes {@code report.json} and {@code report.html}; nothing where the user wants none. */
  static void write(ReplayReport report, ReplayDirectory directory) {
    file(directory, "report.json")
        .ifPresent(
            file ->
                file.write(out -> out.append(ReplayJson.report(report).toPrettyString() + "\n")));
    file(directory, "report.html")
        .ifPresent(
            file ->
                file.write(
                    out ->
                        new ReplayPage(ReplayFacts.of(report), report.findings())
                            .write(Gazetteer.bundled(), out)));
  }

  private static Optional<PageFile> file(ReplayDirectory directory, String name) {
    Optional<Path> file = directory.result(name);
    return file.map(place -> PageFile.at(place, NO_INPUT));
  }
}
