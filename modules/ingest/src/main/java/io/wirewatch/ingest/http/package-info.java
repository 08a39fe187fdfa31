/** Articles that others post. */
@NullMarked
package io.wirewatch.ingest.http;

import org.jspecify.annotations.NullMarked;
