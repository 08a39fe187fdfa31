/**
 * The step from {@code news.articles.raw} to {@code news.articles.enriched}: checks an article,
 * drops copies, counts revisions, finds what it is about. Before it come the producers of {@code
 * ingest}, after it comes {@code alert}.
 */
@NullMarked
package io.wirewatch.enrich;

import org.jspecify.annotations.NullMarked;
