/**
 * What an author of rules asks: why a rule matches or not ({@link
 * io.wirewatch.rules.authoring.RuleExplainer}), what is doubtful in a set ({@link
 * io.wirewatch.rules.authoring.RuleWarnings}), what changed between two ({@link
 * io.wirewatch.rules.authoring.RuleSetDiff}), what a term stands for ({@link
 * io.wirewatch.rules.authoring.TermForms}) and what rules cost ({@link
 * io.wirewatch.rules.authoring.RuleStats}). Stands beside the way of an article: nothing here runs
 * in a stage.
 *
 * <p>All of it asks the matcher of {@link io.wirewatch.rules.RuleSet} about rules and single
 * clauses, so that its answers are those that alerts come from, whichever matcher that is.
 */
@NullMarked
package io.wirewatch.rules.authoring;

import org.jspecify.annotations.NullMarked;
