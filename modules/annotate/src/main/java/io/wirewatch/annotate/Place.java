package io.wirewatch.annotate;

import org.jspecify.annotations.Nullable;

/**
 * A point on the earth and what it belongs to. From GeoNames (CC-BY 4.0) or written by hand.
 *
 * @param lat degrees north
 * @param lon degrees east
 * @param country ISO 3166-1 alpha-2
 * @param admin1 ISO 3166-2; null for a country or where no code is known
 */
public record Place(double lat, double lon, String country, @Nullable String admin1) {}
