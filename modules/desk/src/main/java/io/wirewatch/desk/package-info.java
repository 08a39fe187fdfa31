/**
 * What people at desks decide about incidents and alerts: silences, acknowledgements, assignments
 * and comments, kept in {@code news.desk}; and the conditions that a silence puts on alerts.
 */
@NullMarked
package io.wirewatch.desk;

import org.jspecify.annotations.NullMarked;
