package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import java.util.List;

/**
 * What an article names and where it plays.
 *
 * @param language the language that the text was read as
 * @param entities sorted by field and start, never overlapping within a field
 * @param regions the heaviest first, equal ones by code
 */
public record Annotation(Language language, List<Entity> entities, List<Region> regions) {}
