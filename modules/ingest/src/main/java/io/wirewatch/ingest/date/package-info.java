/** Dates and times as people and programs write them, in feeds and on pages alike. */
@NullMarked
package io.wirewatch.ingest.date;

import org.jspecify.annotations.NullMarked;
