/**
 * What is found in texts against what was marked in them by hand: wirewatch and its peers on the
 * same sets, scored alike.
 */
@NullMarked
package io.wirewatch.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
