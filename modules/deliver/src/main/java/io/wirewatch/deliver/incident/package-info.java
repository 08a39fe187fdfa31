/**
 * The step from {@code news.alerts} to {@code news.incidents}: alerts that tell of one event become
 * one incident. {@link io.wirewatch.deliver.incident.Incidents} decides, without Kafka; how, and
 * how well: {@code docs/incidents.md}. Before it is the alert stage; after it {@link
 * io.wirewatch.deliver.route} says who is told.
 */
@NullMarked
package io.wirewatch.deliver.incident;

import org.jspecify.annotations.NullMarked;
