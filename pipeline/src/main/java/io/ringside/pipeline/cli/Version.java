package io.ringside.pipeline.cli;

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
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }
}
