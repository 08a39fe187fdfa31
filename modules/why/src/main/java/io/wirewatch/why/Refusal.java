package io.wirewatch.why;

import org.jspecify.annotations.Nullable;

/**
 * That an article was set aside: rejected, or made a dead letter.
 *
 * @param step where, such as {@code enrich-check}
 * @param reason in words
 * @param origin the record or the input that it came from; null where that is not known
 */
public record Refusal(String step, String reason, @Nullable String origin) {}
