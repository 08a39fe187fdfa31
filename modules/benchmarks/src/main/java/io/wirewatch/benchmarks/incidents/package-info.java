/**
 * How often people are told of one story: articles through all steps up to incidents, in process.
 */
@NullMarked
package io.wirewatch.benchmarks.incidents;

import org.jspecify.annotations.NullMarked;
