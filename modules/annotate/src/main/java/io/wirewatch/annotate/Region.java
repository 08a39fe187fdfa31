package io.wirewatch.annotate;

/**
 * A part of the world that an article is about.
 *
 * @param code ISO 3166-1 ({@code IQ}), ISO 3166-2 ({@code IQ-AN}), or the id of a place ({@code
 *     geonames:98182})
 * @param country ISO 3166-1 alpha-2 of the country that it is or lies in
 * @param lat degrees north
 * @param lon degrees east
 * @param weight 0..1: its share in all that the article says of places, headline and lead counting
 *     more; a country weighs at least as much as each of its provinces, a province as each of its
 *     places
 */
public record Region(
    String code, Level level, String name, String country, double lat, double lon, double weight) {}
