package io.wirewatch.dashboard.picture;

/** A region as pages get it, without how much an article is about it. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record RegionLine(String code, byte[] json) {}
