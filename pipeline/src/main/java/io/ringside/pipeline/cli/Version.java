package io.ringside.pipeline.cli;

import io.ringside.trading.journal.codec.StartRecords;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: our version and the platform's, as a bug report needs them. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "ringside " + text(),
            "Java ${java.version} (${java.vendor}), ${os.name} ${os.version} ${os.arch}"};
    }

    static String text() {
        String version = StartRecords.ownProgram();
        return version.isEmpty() ? "(not from a jar)" : version;
    }
}
