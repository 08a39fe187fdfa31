/**
 * Second step of an article's way: from its text to what it names and where it plays. Pure Java;
 * {@link io.wirewatch.annotate.Annotator} is the door. Before it: {@code io.wirewatch.ingest};
 * after it: the enriched topic.
 */
@NullMarked
package io.wirewatch.annotate;

import org.jspecify.annotations.NullMarked;
