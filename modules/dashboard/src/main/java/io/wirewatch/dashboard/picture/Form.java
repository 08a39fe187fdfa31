package io.wirewatch.dashboard.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the picture is written. */
enum Form {
  /** Everything that is known. */
  WHOLE {
    @Override
    void lists(ByteArrayOutputStream out, Picture.Snapshot all) {
      list(out, "alerts", all.alerts(), HeldAlert::json);
      list(out, "incidents", all.incidents(), HeldIncident::json);
    }
  },

  /**
   * What the page needs until something is opened: regions once for all alerts that name them,
   * alerts in brief, incidents that say more than their alert does.
   */
  BRIEF {
    @Override
    void lists(ByteArrayOutputStream out, Picture.Snapshot all) {
      List<HeldIncident> telling =
          all.incidents().stream().filter(incident -> !incident.isPlain()).toList();
      Set<String> told =
          telling.stream().map(HeldIncident::id).collect(Collectors.toUnmodifiableSet());
      list(out, "regions", regions(all.alerts()), RegionLine::json);
      list(out, "alerts", all.alerts(), alert -> alert.brief(!told.contains(incidentOf(alert))));
      list(out, "incidents", telling, HeldIncident::json);
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
    list(out, "desk", all.desk(), HeldEntry::json);
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

  private static <T> void list(
      ByteArrayOutputStream out, String name, Collection<T> all, Function<T, byte[]> json) {
    write(out, ",\"" + name + "\":[");
    String before = "";
    for (T one : all) {
      write(out, before);
      out.writeBytes(json.apply(one));
      before = ",";
    }
    write(out, "]");
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
