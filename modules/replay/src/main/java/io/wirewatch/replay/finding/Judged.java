package io.wirewatch.replay.finding;

/**
 * An alert with its verdict, as the workbench keeps it.
 *
 * @param takenBack whether the side that is tried took it back
 * @param group in which the side that is tried suppresses it
 * @param otherGroup the same of the other side
 * @param entry key of its {@link Entry}: of the side that is tried, where it has one
 */
record Judged(
    Verdict verdict,
    boolean takenBack,
    String group,
    String otherGroup,
    String entry,
    Facts facts) {

  byte[] bytes() {
    return Packed.bytes(
        out -> {
          out.writeString(verdict.name());
          out.writeBoolean(takenBack);
          out.writeString(group);
          out.writeString(otherGroup);
          out.writeString(entry);
          facts.write(out);
        });
  }

  static Judged of(byte[] bytes) {
    return Packed.read(
        bytes,
        in ->
            new Judged(
                Verdict.valueOf(in.readString()),
                in.readBoolean(),
                in.readString(),
                in.readString(),
                in.readString(),
                Facts.read(in)));
  }
}
