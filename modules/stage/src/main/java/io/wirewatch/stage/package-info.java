/**
 * What the Kafka Streams stages share: how one runs and stops, where its errors go, and how it
 * remembers by event time. The stages themselves are {@code enrich} and {@code alert}; they meet in
 * topics, never here.
 */
@NullMarked
package io.wirewatch.stage;

import org.jspecify.annotations.NullMarked;
