/** What every reader knows of articles: readings, drafts, ids, addresses, text. */
@NullMarked
package io.wirewatch.ingest.article;

import org.jspecify.annotations.NullMarked;
