package io.wirewatch.annotate;

/** What kind of thing a text names. */
public enum EntityType {
  /** A person. */
  PERSON,
  /** A state's force, an office, an agency, a party, a company. */
  ORGANIZATION,
  /** A place that has coordinates: country, province, town, base, crossing, mountain. */
  LOCATION,
  /** An armed group. */
  GROUP,
  /** A nationality or a people, as adjective or noun. */
  NATIONALITY
}
