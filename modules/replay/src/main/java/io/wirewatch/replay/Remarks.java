package io.wirewatch.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a reader of the results has to know, on a workbench: a replay that goes on tells what was
 * met before it stopped.
 */
public final class Remarks {
  private static final String PREFIX = "remark/";

  private Remarks() {}

  /** Puts them there; those that are there already once only. */
  public static void keep(Workbench bench, Collection<String> remarks) {
    remarks.forEach(remark -> bench.put(PREFIX + remark, new byte[0]));
  }

  /** Those that were committed, sorted. */
  public static List<String> kept(Workbench bench) {
    List<String> kept = new ArrayList<>();
    bench.each(PREFIX, (remark, none) -> kept.add(remark));
    return kept;
  }
}
