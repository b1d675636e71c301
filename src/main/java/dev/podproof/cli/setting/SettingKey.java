package dev.podproof.cli.setting;

import java.util.Locale;

/**
 * What a setting is called.
 *
 * @param section the command below which it stands in podproof.yaml; empty at the top
 * @param name the option's, without its dashes
 */
record SettingKey(String section, String name) {
  static final String PREFIX = "PODPROOF_";

  /** Such as budget, or lint.fail-on. */
  String inWords() {
    return String.join(".", path());
  }

  /** Its keys in podproof.yaml, from the top. */
  String[] path() {
    return section.isEmpty() ? new String[] {name} : new String[] {section, name};
  }

  /** Such as PODPROOF_BUDGET, or PODPROOF_LINT_FAIL_ON. */
  String variable() {
    return PREFIX + String.join("_", path()).replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
