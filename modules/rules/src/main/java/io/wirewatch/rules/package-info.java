/**
 * Rule files, from text to matches; the last thinking step of an article's way, run by {@code
 * io.wirewatch.alert} behind the regions of {@code io.wirewatch.annotate}. Pure Java, no Kafka.
 *
 * <p>Three layers, each immutable: the files become {@link io.wirewatch.rules.Rule}s ({@link
 * io.wirewatch.rules.RuleSet#load}), a rule holds a tree of {@link io.wirewatch.rules.Clause}s, and
 * a {@link io.wirewatch.rules.Matcher} evaluates trees over articles. What a construct means is
 * said at its record in {@code Clause}.
 */
@NullMarked
package io.wirewatch.rules;

import org.jspecify.annotations.NullMarked;
