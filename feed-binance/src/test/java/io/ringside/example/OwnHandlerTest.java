package io.ringside.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OwnHandlerTest {

    @Test
    @Timeout(20)
    void shouldBringQuotesToAHandlerInTheFewLinesOfTheReadme() throws InterruptedException {
        QuoteWalk walk = new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 100, new SplittableRandom(1), System::nanoTime);
        CountDownLatch enough = new CountDownLatch(10);

        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), walk)) {
            exchange.start();
            OwnHandler.follow(exchange.url(), (tick, sequence) -> enough.countDown(), enough);
        }

        assertThat(enough.getCount()).isZero();
    }

    @Test
    void shouldStandInTheReadmeAsItIsCompiled() throws IOException {
        List<String> source = Files.readAllLines(
            Path.of("src", "test", "java", "io", "ringside", "example", "OwnHandler.java"));
        int begin = source.indexOf("        // README begin");
        int end = source.indexOf("        // README end");
        String snippet = String.join("\n", source.subList(begin + 1, end)).indent(-8);

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(snippet);
    }
}
