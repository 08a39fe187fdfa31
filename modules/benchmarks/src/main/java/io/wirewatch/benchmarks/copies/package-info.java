/**
 * How well copies of articles are known as such, how fast, and with how much memory: edits of
 * articles by a generator, a set of articles among themselves, and a full window.
 */
@NullMarked
package io.wirewatch.benchmarks.copies;

import org.jspecify.annotations.NullMarked;
