/**
 * The sources that are polled, as their file says. What polls them is {@link
 * io.wirewatch.ingest.poll}.
 */
@NullMarked
package io.wirewatch.ingest.source;

import org.jspecify.annotations.NullMarked;
