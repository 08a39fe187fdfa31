package io.wirewatch.ingest;

/**
 * What became of everything that was read. Once all is flushed, read = published + rejected.
 *
 * @param read readings that were handed over
 * @param published articles that the cluster acknowledged
 * @param rejected refusals that the cluster acknowledged
 */
public record IngestSums(long read, long published, long rejected) {}
