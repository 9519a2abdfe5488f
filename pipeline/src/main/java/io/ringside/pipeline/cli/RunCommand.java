package io.ringside.pipeline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the pipeline against Binance and Telegram, until a signal. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Runs against Binance and Telegram (the default).",
    description = {"", "Settings come from the environment:",
        "  TG_BOT_TOKEN           token of the bot, required",
        "  TG_BOT_TOKEN_FILE      or a file that holds it",
        "  TG_CHAT_ID             chat that may command the bot, required",
        "  TG_USER_IDS            users who may, separated by commas; required for groups",
        "  SYMBOLS                symbols separated by commas, default BTCUSDT,ETHUSDT",
        "  BINANCE_WS_URL         default wss://stream.binance.com:9443",
        "  TELEGRAM_API_URL       default https://api.telegram.org",
        "  ENV                    label of this run, default dev",
        "  RING_SLOTS             a power of two, default 1024",
        "  WAIT_MODE              blocking (default), phased-backoff, yielding, busy-spin,",
        "                         shared-thread (the feed's thread, for one core)",
        "  TICK_POLICY            on a full ring: conflate (default) or backpressure",
        "  FEED_FRAME_TIMEOUT_MS  reconnect after this long without a frame, default 60000",
        "  FEED_LOOP              blocking (default) or busy-wait, which burns a core (Linux)",
        "  LATENCY_FILE           write latency distributions (.hgrm) there at the end",
        "  TICK_PRINT_MS          print quotes this often, default 1000, 0 for never",
        "  LOG_LEVEL              default info",
        "  JOURNAL_DIR            default ringside-journal, none for no journal",
        "  PAPER_*, FEE_*, RISK_*, STRATEGY*, JOURNAL_*, BINANCE_REST_URL",
        "                         trading and journal, see docs/trading.md", ""})
final class RunCommand implements Callable<Integer> {

    @Mixin
    private LiveRun live;

    @Override
    public Integer call() throws InterruptedException {
        return live.run();
    }
}
