/**
 * What the page shows, read from the topics and held in memory: alerts, incidents, desk, articles,
 * health.
 */
@NullMarked
package io.wirewatch.dashboard.picture;

import org.jspecify.annotations.NullMarked;
