/**
 * Polls the {@linkplain io.wirewatch.ingest.source sources} of a file, politely: {@link
 * io.wirewatch.ingest.poll.Timetable} says whose turn it is, {@link
 * io.wirewatch.ingest.poll.SourcePoller} asks one source and publishes what is new, {@link
 * io.wirewatch.ingest.poll.Polling} has several instances share the sources. What is known of a
 * source is its {@link io.wirewatch.FeedState} on {@code news.feeds}. The next step is enrichment.
 */
@NullMarked
package io.wirewatch.ingest.poll;

import org.jspecify.annotations.NullMarked;
