/**
 * Hostile input: seeded fuzzers for everything that reads what others wrote, and the named attacks
 * that docs/guarantees.md lists. {@link io.wirewatch.journey.hostile.Fuzz} says how one input is
 * made again.
 */
@NullMarked
package io.wirewatch.journey.hostile;

import org.jspecify.annotations.NullMarked;
