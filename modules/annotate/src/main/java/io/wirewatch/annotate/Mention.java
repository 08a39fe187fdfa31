package io.wirewatch.annotate;

/**
 * A name in the text with all that it may mean there; at least one meaning.
 *
 * @param field null-free: a dateline counts as the body's
 * @param match where it stands
 * @param candidates indexes of meanings
 * @param emphasis how much it counts for what the article is about
 * @param sure false where the writing leaves doubt that it is a name of a place at all
 */
record Mention(Field field, NameMatch match, int[] candidates, double emphasis, boolean sure) {}
