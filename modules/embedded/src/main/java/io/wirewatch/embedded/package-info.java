/**
 * A Kafka broker and a schema registry inside this process, for {@code up} and for tests. No step
 * of an article's way: what carries it between the steps.
 */
@NullMarked
package io.wirewatch.embedded;

import org.jspecify.annotations.NullMarked;
