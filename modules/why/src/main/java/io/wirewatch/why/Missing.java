package io.wirewatch.why;

/**
 * What was not found.
 *
 * @param step at which it should have been
 * @param saying what is not there, where it would be, and what is known of why
 */
public record Missing(Step step, String saying) {}
