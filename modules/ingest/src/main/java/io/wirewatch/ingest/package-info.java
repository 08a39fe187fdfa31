/**
 * The first step of an article's way: the producers. A reader makes {@link
 * io.wirewatch.ingest.Reading readings} of an input, in its order; {@link
 * io.wirewatch.ingest.ArticlePublisher} puts them on {@code news.articles.raw} and {@code
 * news.articles.rejected}. Next step: enrichment.
 */
@NullMarked
package io.wirewatch.ingest;

import org.jspecify.annotations.NullMarked;
