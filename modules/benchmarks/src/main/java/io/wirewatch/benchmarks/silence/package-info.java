/**
 * Simulated sources, with all that makes silences hard to judge, and what the alarm makes of them.
 */
package io.wirewatch.benchmarks.silence;
