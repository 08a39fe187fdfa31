/**
 * The desk: the page that an operations room keeps open, and its API. {@link
 * io.wirewatch.dashboard.picture} reads the topics and holds what is shown, {@link
 * io.wirewatch.dashboard.ask} answers questions and takes decisions, {@link
 * io.wirewatch.dashboard.door} says who may come in, {@link io.wirewatch.dashboard.web} speaks
 * HTTP.
 */
@NullMarked
package io.wirewatch.dashboard;

import org.jspecify.annotations.NullMarked;
