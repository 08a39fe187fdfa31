/** Measurements against peers. Run by hand, never a part of the pipeline. */
@NullMarked
package io.wirewatch.benchmarks;

import org.jspecify.annotations.NullMarked;
