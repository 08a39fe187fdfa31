/**
 * The first step of an article's way: the producers. A reader makes {@linkplain
 * io.wirewatch.ingest.article.Reading readings} of an input, in its order; {@link
 * io.wirewatch.ingest.ArticlePublisher} puts articles on {@code news.articles.raw} and refusals on
 * {@code news.articles.rejected}. The next step is enrichment.
 */
@NullMarked
package io.wirewatch.ingest;

import org.jspecify.annotations.NullMarked;
