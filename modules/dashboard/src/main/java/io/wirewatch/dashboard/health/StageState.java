package io.wirewatch.dashboard.health;

/** How a stage is. */
enum StageState {
  /** Somebody reads, and keeps up. */
  WORKING,
  /** Somebody reads, and what waits grows or would take over a minute. */
  BEHIND,
  /** It has read before, and nobody does now. */
  STOPPED,
  /** The cluster has never seen it, or has forgotten. */
  ABSENT
}
