package io.wirewatch.app.page;

import io.wirewatch.annotate.Level;

/**
 * A place that articles name.
 *
 * @param name how a person calls it
 * @param within its division and country, by name
 * @param mentions how often it is named, in all articles
 * @param articles how many name it
 */
record Spot(
    String name, String within, Level level, double lat, double lon, int mentions, int articles) {}
