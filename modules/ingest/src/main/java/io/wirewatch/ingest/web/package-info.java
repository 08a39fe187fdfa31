/** What is read from the web: addresses that may be asked, and answers within bounds. */
@NullMarked
package io.wirewatch.ingest.web;

import org.jspecify.annotations.NullMarked;
