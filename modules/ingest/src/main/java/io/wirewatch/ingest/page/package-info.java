/** Pages of aggregators and of newspapers, as plain text or HTML. */
@NullMarked
package io.wirewatch.ingest.page;

import org.jspecify.annotations.NullMarked;
