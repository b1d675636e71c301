/** The rules: one class each, listed in {@link dev.podproof.lint.rule.Rules}. */
@NullMarked
package dev.podproof.lint.rule;

import org.jspecify.annotations.NullMarked;
