/** RSS 2.0, RSS 1.0 and Atom. */
@NullMarked
package io.wirewatch.ingest.feed;

import org.jspecify.annotations.NullMarked;
