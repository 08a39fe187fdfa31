/**
 * Which articles tell the same text: a sketch of each, and an index of those that were the first of
 * their story. Pure Java, without Kafka; {@code StoryStep} of the package above puts it into the
 * topology. Parameters and what they were chosen by: {@code docs/stories.md}.
 */
@NullMarked
package io.wirewatch.enrich.story;

import org.jspecify.annotations.NullMarked;
