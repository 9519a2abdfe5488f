package io.ringside.bench;

import java.io.IOException;
import java.util.List;

/** Starts JMH, with the flags that keep it quiet on the running JDK; its forks inherit them. */
public final class Benchmarks {

    private Benchmarks() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Relaunch relaunch = Relaunch.here();
        if (relaunch.needs(Relaunch.UNSAFE) || relaunch.needs(Relaunch.NATIVE_ACCESS)) {
            System.exit(relaunch.run(org.openjdk.jmh.Main.class, List.of(Relaunch.NATIVE_ACCESS, Relaunch.UNSAFE),
                args));
        }
        org.openjdk.jmh.Main.main(args);
    }
}
