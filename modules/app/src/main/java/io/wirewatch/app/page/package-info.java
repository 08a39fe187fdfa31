/**
 * Annotated articles and replays as pages for people: one file of HTML that loads nothing and runs
 * nothing, with the names or the matches marked and the places on maps. Knows of {@code annotate}
 * and of what {@code replay} finds; the commands {@code wirewatch annotate --html} and {@code
 * wirewatch replay --out} fill them.
 */
@NullMarked
package io.wirewatch.app.page;

import org.jspecify.annotations.NullMarked;
