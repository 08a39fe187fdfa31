/**
 * What is normal for a source, and what is not: {@link io.wirewatch.ingest.rhythm.SourceWatch}
 * learns when a source talks, and finds that it fell silent, that all it says is refused, or that
 * it says one and the same. Without a clock and without Kafka: times are arguments, findings are
 * results. docs/ingest.md says how.
 */
@NullMarked
package io.wirewatch.ingest.rhythm;

import org.jspecify.annotations.NullMarked;
