/**
 * What people who run wirewatch see of it: metrics, how long an article takes, traces. All of it is
 * seen from the records that Kafka's clients send and receive, so that no step of a topology knows
 * of it.
 */
@NullMarked
package io.wirewatch.observe;

import org.jspecify.annotations.NullMarked;
