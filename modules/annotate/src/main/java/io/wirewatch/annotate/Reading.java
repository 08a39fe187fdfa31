package io.wirewatch.annotate;

/** What a mention was taken to mean, and how surely. */
record Reading(Mention mention, Meaning meaning, int index, double confidence) {}
