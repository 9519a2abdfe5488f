package io.ringside.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the program against the local exchange, and holds the README to its source. */
class OwnHandlerTest {

    @Test
    @Timeout(20)
    void shouldBringQuotesToTheHandler() throws InterruptedException {
        QuoteWalk walk = new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 1_000, new SplittableRandom(1), System::nanoTime);

        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), walk)) {
            exchange.start();
            String result = OwnHandler.run(exchange.url());

            assertThat(result).matches("widest spread of [1-9][0-9]{2,} quotes: [0-9]+ bps");
        }
    }

    @Test
    void shouldStandInTheReadmeAsItIsCompiled() throws IOException {
        List<String> source = Files.readAllLines(
            Path.of("src", "main", "java", "io", "ringside", "examples", "OwnHandler.java"));
        int begin = source.indexOf("        // README begin");
        int end = source.indexOf("        // README end");
        String snippet = String.join("\n", source.subList(begin + 1, end)).indent(-8);

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(snippet);
    }
}
