/**
 * Alerts that tell of one event become one incident: {@code news.alerts} to {@code news.incidents}.
 * Before it is the alert stage; after it {@link io.wirewatch.deliver.route} says who is told.
 */
@NullMarked
package io.wirewatch.deliver.incident;

import org.jspecify.annotations.NullMarked;
