package io.ringside.trading.command;

import io.ringside.core.event.Command;
import io.ringside.core.event.Reply;
import io.ringside.core.event.Verb;
import io.ringside.core.route.CommandHandler;
import io.ringside.trading.report.TradeReports;
import io.ringside.trading.risk.TradingState;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A verb in, a reply out: carries out commands in the order of the ring. Each is answered at least once, and none is
 * carried out twice, not even across a restart.
 *
 * <p><em>Threading:</em> the ring thread. Commands may allocate; ticks never come here.
 */
public final class CommandDesk implements CommandHandler {

    private static final String HELP = Stream.of(Verb.values())
        .map(verb -> verb.usage() + " - " + verb.purpose())
        .collect(Collectors.joining("\n"));

    private final CommandDeskParts parts;
    private final OrderCommands orders;
    private final TradeReports reports;

    public CommandDesk(CommandDeskParts parts) {
        this.parts = parts;
        this.orders = new OrderCommands(parts.books(), parts.desk());
        this.reports = new TradeReports(parts.books());
    }

    @Override
    public void onCommand(Command command, long sequence) {
        Verb verb = command.verb();
        if (!parts.recent().add(command)) {
            answer(command, "✗ /" + verb.word() + " is known from before the restart and is not carried out again; "
                + "see /orders and /status");
            return;
        }
        if (verb == Verb.STATUS) {
            // Holds latencies and counters, which no replay repeats: past the log of decisions.
            parts.status().offer(Reply.to(command.origin(), verb, status(command)));
            return;
        }
        String answer = switch (verb) {
            case START -> start(sequence);
            case STOP -> stop(sequence);
            case PAUSE -> pause(sequence);
            case BUY, SELL -> orders.order(verb, command);
            case CANCEL -> orders.cancel(command.arguments().get(0));
            case CLOSEALL -> orders.closeAll(command.origin());
            case ORDERS -> reports.orders();
            case POSITIONS -> reports.positions();
            case BALANCE -> reports.balance();
            case PNL -> reports.profit();
            case TRADES -> reports.trades(command.arguments());
            case WHY -> reports.why(command.arguments().get(0));
            case STRATEGY -> parts.strategy().command(command.arguments());
            case HELP -> HELP;
            case STATUS -> throw new IllegalStateException("answered above");
        };
        if (answer != null) {
            answer(command, answer);
        }
    }

    private void answer(Command command, String text) {
        parts.replies().offer(Reply.to(command.origin(), command.verb(), text));
    }

    private String status(Command command) {
        TradingState tradingState = parts.tradingState();
        String trading = tradingState.isHalted() ? "trading STOPPED"
            : tradingState.isPaused() ? "entries PAUSED" : "trading on";
        return parts.report().text(command.receivedEpochNs(), trading + " (" + parts.venue() + "), "
            + parts.books().orders().open().size() + " orders open, strategy " + parts.strategy().head());
    }

    private String start(long sequence) {
        TradingState tradingState = parts.tradingState();
        String obstacle = parts.obstacle().get();
        if (obstacle != null) {
            return "✗ trading stays stopped: " + obstacle;
        }
        if (!tradingState.isHalted() && !tradingState.isPaused()) {
            return "trading is on already";
        }
        tradingState.resume(sequence);
        tradingState.endPause(sequence);
        return "✓ trading resumes after sequence " + sequence;
    }

    private String stop(long sequence) {
        TradingState tradingState = parts.tradingState();
        if (tradingState.isHalted()) {
            return "trading is stopped already: no order has left after sequence " + tradingState.haltSequence();
        }
        tradingState.halt(sequence);
        int open = parts.books().orders().open().size();
        return "✓ trading stopped: no order leaves after sequence " + sequence + "; /start resumes"
            + (open == 0 ? "" : "; " + open + " open orders stand, /cancel all ends them");
    }

    private String pause(long sequence) {
        TradingState tradingState = parts.tradingState();
        if (tradingState.isHalted()) {
            return "trading is stopped, which is more than paused; /start resumes";
        }
        if (tradingState.isPaused()) {
            return "entries are paused already; /start resumes";
        }
        tradingState.pause(sequence);
        return "✓ entries paused: only exits leave from now on; /start resumes";
    }
}
