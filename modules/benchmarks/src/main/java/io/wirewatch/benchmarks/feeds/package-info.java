/** Readers of feeds, side by side. */
@NullMarked
package io.wirewatch.benchmarks.feeds;

import org.jspecify.annotations.NullMarked;
