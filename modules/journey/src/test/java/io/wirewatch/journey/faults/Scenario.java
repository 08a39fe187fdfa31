package io.wirewatch.journey.faults;

import java.util.Set;

/** Something that goes wrong while articles flow. */
interface Scenario {

  /** Does it, and puts right again what does not come right by itself. */
  void play(Trial trial) throws InterruptedException;

  /** For how long articles have to flow, so that the fault falls among them. */
  int flowSeconds();

  /** Whether articles change their texts, come twice, and some are unusable. */
  default boolean isRevised() {
    return true;
  }

  /** Rules at the end of the run that began with these. */
  default Set<Subject> rulesAfter(Set<Subject> before) {
    return before;
  }

  /** Whether one broker's data has to lie on a small disk. */
  default boolean needsSmallDisk() {
    return false;
  }
}
