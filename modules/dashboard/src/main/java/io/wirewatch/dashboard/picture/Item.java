package io.wirewatch.dashboard.picture;

/** What pages hold under an id, as it is now. Immutable. */
sealed interface Item permits HeldAlert, HeldIncident, HeldEntry {

  /** The event that tells of it. */
  String event();

  /** Its id; unique among those of its event. */
  String id();

  /** As pages get it. */
  byte[] json();

  /** Whether a page that was told everything up to there does not have it as it is. */
  boolean isNewsAt(Position position);
}
