package io.wirewatch.dashboard.picture;

import io.wirewatch.Region;
import java.util.Arrays;

/**
 * The regions that alerts name, each once: they name the same few again and again. For one thread.
 */
final class RegionLines {
  private static final int MOST = 20_000;

  private final Bounded<RegionLine> byCode = new Bounded<>(MOST, gone -> {});

  /** That of a region. */
  RegionLine of(Region region) {
    byte[] json = Json.object(fields -> AlertLine.place(fields, region));
    RegionLine known = byCode.get(region.getCode());
    if (known != null && Arrays.equals(known.json(), json)) {
      return known;
    }
    RegionLine line = new RegionLine(region.getCode(), json);
    byCode.put(line.code(), line);
    return line;
  }
}
