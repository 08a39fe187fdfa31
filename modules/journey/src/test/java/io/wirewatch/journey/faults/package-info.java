/**
 * The fault harness: real brokers, a registry and two instances of each stage as processes of their
 * own, known articles in flight, something that goes wrong, and a count of what came of it. {@code
 * modules/journey/faults} runs {@link io.wirewatch.journey.faults.Faults}.
 */
package io.wirewatch.journey.faults;
