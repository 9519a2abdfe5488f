package io.ringside.telegram.send;

/** Cuts text into what one message carries. Telegram counts code points, so counting chars is always safe. */
final class TextSplitter {

    static final int MAX_CHARS = 4096;

    private TextSplitter() {
    }

    /** Where the first message ends: after a line if one ends early enough, never inside a surrogate pair. */
    static int firstCut(String text) {
        if (text.length() <= MAX_CHARS) {
            return text.length();
        }
        int lineEnd = text.lastIndexOf('\n', MAX_CHARS - 1);
        if (lineEnd > 0) {
            return lineEnd + 1;
        }
        return Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    }
}
