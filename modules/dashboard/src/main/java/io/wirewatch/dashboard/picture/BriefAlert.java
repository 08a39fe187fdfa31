package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.Field;
import io.wirewatch.Match;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lists, maps and filters need of an alert; the rest is loaded with its article. Immutable.
 *
 * @param json with the codes of its regions, and matches in the headline and what else it matched,
 *     each word once
 * @param actors as a field of its own; wanted where no record of its incident says them
 * @param regions those of the codes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record BriefAlert(byte[] json, byte[] actors, List<RegionLine> regions) {
  static BriefAlert of(Alert alert, Instant arrivedAt, RegionLines lines) {
    List<RegionLine> regions = alert.getRegions().stream().map(lines::of).toList();
    List<String> codes = regions.stream().map(RegionLine::code).toList();
    byte[] json =
        Json.object(
            fields ->
                AlertLine.head(fields, alert, arrivedAt)
                    .put("regions", codes)
                    .each("matches", telling(alert.getMatches()), AlertLine::match));
    byte[] actors =
        alert.getActors().isEmpty()
            ? new byte[0]
            : Json.object(fields -> fields.put("actors", alert.getActors()));
    return new BriefAlert(json, actors, regions);
  }

  /** Rows mark headlines, and a search looks for words, however often they are there. */
  private static List<Match> telling(List<Match> matches) {
    Set<String> said = new HashSet<>();
    return matches.stream()
        .filter(match -> said.add(match.getText()) || match.getField() == Field.HEADLINE)
        .toList();
  }

  int size() {
    return json.length + actors.length;
  }
}
