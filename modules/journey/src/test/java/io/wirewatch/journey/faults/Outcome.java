package io.wirewatch.journey.faults;

/**
 * What came of one run.
 *
 * @param fallen how often an instance of a stage ended by itself
 */
record Outcome(Verdict verdict, Recovery recovery, int fallen) {
  boolean holds() {
    return verdict.holds();
  }
}
