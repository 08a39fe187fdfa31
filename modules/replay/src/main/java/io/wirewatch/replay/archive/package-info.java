/**
 * Time ranges of the topics as files, by day, and back. A partition's records lie in the files in
 * the order of the topic, so that a replay of the archive equals one of the topic.
 */
@NullMarked
package io.wirewatch.replay.archive;

import org.jspecify.annotations.NullMarked;
