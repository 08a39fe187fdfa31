/** What many articles a second need, computed and simulated from measured costs. */
@NullMarked
package io.wirewatch.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
