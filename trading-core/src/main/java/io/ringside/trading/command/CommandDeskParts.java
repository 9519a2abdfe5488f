package io.ringside.trading.command;

import io.ringside.core.command.ReplySink;
import io.ringside.trading.desk.TradingBooks;
import io.ringside.trading.desk.TradingDesk;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.risk.TradingState;
import io.ringside.trading.strategy.StrategyHost;
import java.util.function.Supplier;

/**
 * What the command desk works with.
 *
 * @param books    the market and our own trades
 * @param desk     the way of orders
 * @param tradingState what the user has switched
 * @param strategy the strategy behind its switch
 * @param recent   commands that have been carried out
 * @param report   the answer to {@code /status}
 * @param replies  where answers go
 * @param status   where the answer to {@code /status} goes, which is not journaled
 * @param venue    where orders go, in a word
 * @param obstacle why trading cannot be resumed now, in words; null when it can
 */
public record CommandDeskParts(TradingBooks books, TradingDesk desk, TradingState tradingState, StrategyHost strategy,
                        RecentCommands recent, StatusText report, ReplySink replies, ReplySink status,
                        String venue, Supplier<String> obstacle) {
}
