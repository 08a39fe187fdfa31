/** Articles as JSON: lines that come in, and the lines that a dry run writes. */
@NullMarked
package io.wirewatch.ingest.json;

import org.jspecify.annotations.NullMarked;
