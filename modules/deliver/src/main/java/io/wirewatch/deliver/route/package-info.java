/**
 * Who is told of an alert, with what others, and when: the file {@code deliver.yaml}, its routing
 * tree, its time intervals and inhibitions, and the silences of {@code news.desk}. Before it is
 * {@link io.wirewatch.deliver.incident}; after it {@link io.wirewatch.deliver.dispatch} does it.
 */
@NullMarked
package io.wirewatch.deliver.route;

import org.jspecify.annotations.NullMarked;
