package io.ringside.pipeline.settings;

import io.ringside.trading.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the bot's token comes from: the environment or a file, never the command line, which other users can read. */
final class TokenSource {

    static final String TOKEN = "TG_BOT_TOKEN";
    private static final String FILE = "TG_BOT_TOKEN_FILE";
    private static final int MAX_FILE_BYTES = 4_096;

    private final SettingsReader reader;

    TokenSource(SettingsReader reader) {
        this.reader = reader;
    }

    /** Null, and an error, if there is none. No error ever shows a token. */
    String token() {
        if (!reader.has(FILE)) {
            return reader.required(TOKEN, "the bot's token from BotFather (or name a file in " + FILE + ")");
        }
        if (reader.has(TOKEN)) {
            reader.error(TOKEN + " and " + FILE + " are both set; set only one");
            return null;
        }
        return fromFile(reader.text(FILE, null));
    }

    private String fromFile(String name) {
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            // A pipe or a device has no size, so only reading shows it.
            byte[] bytes = file.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                reader.error(FILE + " is '" + name + "', which is too long for a token");
                return null;
            }
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException unreadable) {
            reader.error(FILE + " is '" + name + "', which cannot be read: "
                + unreadable.getClass().getSimpleName());
            return null;
        }
    }
}
