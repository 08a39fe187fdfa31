package io.wirewatch.deliver.target;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a chat wants to be told. Text from articles must come out as it is: it may look like mark-up,
 * a link or a call to everybody in the room.
 */
interface ChatFormat {
  /** Between @ and a name nobody sees it, and nobody is called. */
  String NOBODY = "\u200B";

  /** The content of a message, as an incoming webhook of that chat takes it. */
  ObjectNode content(MessageText text);

  /** Without calls to people and rooms. */
  static String uncalled(String text) {
    return text.replace("@", "@" + NOBODY).replace("<!", "<" + NOBODY + "!");
  }
}
