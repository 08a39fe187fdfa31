package io.wirewatch.deliver.target;

import java.util.Optional;

/** Reads the settings of one kind of target. */
interface TargetKind {

  /** The target; empty where something that it needs is missing, which is then a problem. */
  Optional<TargetSpec> read(Section section);
}
