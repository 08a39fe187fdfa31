package io.wirewatch.dashboard.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the picture is written. */
enum Form {
  /** Everything that is known. */
  WHOLE {
    @Override
    void lists(ByteArrayOutputStream out, Picture.Snapshot all) {
      list(out, "alerts", all.alerts().stream().map(HeldAlert::json)::iterator);
      list(out, "incidents", all.incidents().stream().map(HeldIncident::json)::iterator);
    }
  },

  /**
   * What the page needs until something is opened: regions once for all alerts that name them,
   * alerts in brief, incidents that say more than their alert does.
   */
  BRIEF {
    @Override
    void lists(ByteArrayOutputStream out, Picture.Snapshot all) {
      Map<Boolean, List<HeldIncident>> byPlain =
          all.incidents().stream().collect(Collectors.partitioningBy(HeldIncident::isPlain));
      var telling =
          byPlain.get(false).stream().map(HeldIncident::id).collect(Collectors.toUnmodifiableSet());
      list(out, "regions", regions(all.alerts()).stream().map(RegionLine::json)::iterator);
      list(
          out,
          "alerts",
          all.alerts().stream().map(alert -> alert.brief(!telling.contains(incidentOf(alert))))
              ::iterator);
      list(out, "incidents", byPlain.get(false).stream().map(HeldIncident::json)::iterator);
    }
  };

  /** Writes what differs. */
  abstract void lists(ByteArrayOutputStream out, Picture.Snapshot all);

  /** Writes all of it. */
  final void write(ByteArrayOutputStream out, SharedPicture.Look look) {
    Picture.Snapshot all = look.snapshot();
    // A position is of letters, figures and marks that stand for themselves in JSON.
    write(out, "{\"position\":\"" + all.position().text() + "\",\"loading\":" + look.isLoading());
    lists(out, all);
    list(out, "desk", all.desk().stream().map(HeldEntry::json)::iterator);
    write(out, "}");
  }

  private static Collection<RegionLine> regions(List<HeldAlert> alerts) {
    Map<String, RegionLine> byCode = new LinkedHashMap<>();
    for (HeldAlert alert : alerts) {
      alert.kept().brief().regions().forEach(region -> byCode.putIfAbsent(region.code(), region));
    }
    return byCode.values();
  }

  private static String incidentOf(HeldAlert alert) {
    return alert.join() == null ? alert.id() : alert.join().incident();
  }

  static void list(ByteArrayOutputStream out, String name, Iterable<byte[]> objects) {
    write(out, ",\"" + name + "\":[");
    String before = "";
    for (byte[] object : objects) {
      write(out, before);
      out.writeBytes(object);
      before = ",";
    }
    write(out, "]");
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
