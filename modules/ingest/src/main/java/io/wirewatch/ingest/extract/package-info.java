/** The article of an HTML page: its text without what the site puts around it. */
@NullMarked
package io.wirewatch.ingest.extract;

import org.jspecify.annotations.NullMarked;
