package io.wirewatch.ingest.page;

import org.jspecify.annotations.Nullable;

/**
 * A line of a page.
 *
 * @param text folded, never empty
 * @param href where its first link leads, as written
 * @param title whether mark-up says that it is the page's title
 */
record PageLine(String text, @Nullable String href, boolean title) {
  PageLine(String text) {
    this(text, null, false);
  }

  PageLine behind(String mark) {
    return new PageLine(mark + text, href, title);
  }
}
