package io.wirewatch.deliver.dispatch;

/**
 * How a target does.
 *
 * @param waiting groups that have something for it
 * @param rests whether it has failed so often that it is left alone for a while
 */
public record TargetHealth(int waiting, boolean rests) {}
