/**
 * Settings: what options are worth where the command line does not say, by variables and
 * podproof.yaml.
 */
@NullMarked
package dev.podproof.cli.setting;

import org.jspecify.annotations.NullMarked;
