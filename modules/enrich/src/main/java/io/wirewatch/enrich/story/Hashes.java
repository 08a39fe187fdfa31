package io.wirewatch.enrich.story;

/** Hashes of 64 bits that are the same in every process. */
final class Hashes {
  static final long SEED = 0x51_7C_C1_B7_27_22_0A_95L;
  private static final long FACTOR = 0x9E_37_79_B9_7F_4A_7C_15L;

  private Hashes() {}

  /** One more part of a sequence; the order of the parts counts. */
  static long and(long hash, long part) {
    return (hash + part) * FACTOR;
  }

  /** Spreads what was summed up over all bits (the finaliser of MurmurHash3). */
  static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xFF_51_AF_D7_ED_55_8C_CDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4_CE_B9_FE_1A_85_EC_53L;
    return mixed ^ (mixed >>> 33);
  }
}
