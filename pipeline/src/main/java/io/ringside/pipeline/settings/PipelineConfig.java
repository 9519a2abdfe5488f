package io.ringside.pipeline.settings;

import io.ringside.binance.rules.RulesConfig;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.RingConfig;
import io.ringside.feed.FeedConfig;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.settings.TradingConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything a pipeline is built from; each part has validated itself.
 *
 * @param label       name of the run
 * @param symbols     what is traded
 * @param ring        size and wait mode of the ring
 * @param feed        where quotes come from
 * @param telegram    who commands; empty when only the terminal does
 * @param tickPrintMs at most one line per symbol in this time, 0 for none
 * @param tickDelayMs makes a handler sleep this long on every tick, to watch an overload; normally 0
 * @param latencyFile where latency distributions are written at the end; empty for none
 * @param trading     how this run trades
 * @param journal     where everything is journaled; empty for no journal
 * @param rules       where the venue's trading rules come from
 */
public record PipelineConfig(String label, Symbols symbols, RingConfig ring, FeedConfig feed,
                      Optional<TelegramConfig> telegram, long tickPrintMs, long tickDelayMs,
                      Optional<Path> latencyFile, TradingConfig trading, Optional<JournalConfig> journal,
                      RulesConfig rules) {

    PipelineConfig with(RulesConfig otherRules) {
        return new PipelineConfig(label, symbols, ring, feed, telegram, tickPrintMs, tickDelayMs, latencyFile, trading,
            journal, otherRules);
    }

    /** Where alerts go. */
    public Origin alerts() {
        return telegram.map(PipelineConfig::alerts).orElse(Origin.CONSOLE);
    }

    /** The same, of which only that part is known. */
    public static Origin alerts(TelegramConfig telegram) {
        return Origin.telegram(0, telegram.chatId(), 0, 0);
    }
}
