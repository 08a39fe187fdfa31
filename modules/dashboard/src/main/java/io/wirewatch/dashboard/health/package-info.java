/**
 * How the stages are: what each has still to read, who reads it and how fast, which rules run, and
 * what was refused on the way. Asked of the cluster itself, so it is known of every instance,
 * wherever it runs.
 */
@NullMarked
package io.wirewatch.dashboard.health;

import org.jspecify.annotations.NullMarked;
