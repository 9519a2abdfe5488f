package io.ringside.pipeline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** For bin/damage-run: commands from standard input, one per line with tabs between its words, in one process. */
public final class Commands {

    private Commands() {
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.setIn(InputStream.nullInputStream());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split("\t");
            int code = Main.guarded(() -> Main.commandLine().execute(words), System.err);
            System.out.println("\0" + code);
        }
    }
}
