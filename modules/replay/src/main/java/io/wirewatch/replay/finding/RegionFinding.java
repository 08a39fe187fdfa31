package io.wirewatch.replay.finding;

import io.wirewatch.Region;

/** Alerts whose article is about a region; a place counts for its division and country too. */
public record RegionFinding(Region region, Compared alerts) {}
