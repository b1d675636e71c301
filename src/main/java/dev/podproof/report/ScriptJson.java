package dev.podproof.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can stand in an HTML script element: no character in it can end the element, open a
 * comment, or be no character at all. What is not ASCII is escaped, halves of surrogate pairs
 * included.
 */
final class ScriptJson extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  private ScriptJson() {}

  static JsonMapper mapper() {
    var factory =
        new JsonFactoryBuilder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new ScriptJson())
            .build();
    return JsonMapper.builder(factory).build();
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    var codes = standardAsciiEscapesForJSON();
    codes['<'] = ESCAPE_STANDARD;
    codes['>'] = ESCAPE_STANDARD;
    codes['&'] = ESCAPE_STANDARD;
    codes[0x7f] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return character < 0x80 ? null : new SerializedString(String.format("\\u%04x", character));
  }
}
