package io.wirewatch.journey.faults;

/**
 * What came of one run.
 *
 * @param perSecond enriched articles, from the first to the last
 * @param fallen how often an instance of a stage ended by itself
 */
record Outcome(Verdict verdict, Recovery recovery, double perSecond, int fallen) {
  boolean holds() {
    return verdict.holds();
  }
}
