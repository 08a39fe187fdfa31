/**
 * Brings messages to targets, each once as far as the other side allows: {@code news.incidents} to
 * {@code news.deliveries}. Before it is {@link io.wirewatch.deliver.route}; after it {@link
 * io.wirewatch.deliver.target} talks to the other side.
 */
@NullMarked
package io.wirewatch.deliver.dispatch;

import org.jspecify.annotations.NullMarked;
