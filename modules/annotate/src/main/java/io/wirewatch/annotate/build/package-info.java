/**
 * Compiles {@code src/data} into the one binary file that the annotator loads. Runs while building;
 * not in the jar.
 */
@NullMarked
package io.wirewatch.annotate.build;

import org.jspecify.annotations.NullMarked;
