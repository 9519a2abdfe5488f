package io.ringside.trading.command;

import io.ringside.core.command.Arguments;
import io.ringside.core.command.CommandParser;
import io.ringside.core.command.ParsedCommand;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.ReplyBody.Column;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.Origin;
import io.ringside.core.route.CommandHandler;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.desk.LoggedReplies;
import io.ringside.trading.desk.PlanDesk;
import io.ringside.trading.report.LimitsReport;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.report.TradeReports;
import io.ringside.trading.risk.TradingState;
import io.ringside.trading.strategy.Strategies;
import java.util.List;
import java.util.Locale;

/**
 * Executes commands in ring order: a verb in, a reply out. Each is answered at least once, and none is executed twice,
 * not even across a restart.
 *
 * <p><em>Threading:</em> the ring thread. Commands may allocate; ticks never come here.
 */
public final class CommandDesk implements CommandHandler {

    private static final ReplyBody HELP = ReplyBody.of(new ReplyBody.Table(
        List.of(new Column("command", ""), new Column("what it does", " - ")),
        Verb.HELP_ORDER.stream().map(verb -> List.of(verb.usage(), verb.purpose())).toList()));

    private final PlanDesk plans;
    private final TradingBooks books;
    private final TradingState tradingState;
    private final Strategies strategies;
    private final StatusText report;
    private final LoggedReplies replies;
    private final String account;
    private final RecentCommands recent = new RecentCommands();
    private final CommandParser parser;
    private final OrderCommands orders;
    private final TradeReports reports;

    /** {@code report} makes the answer to {@code /status}. */
    public CommandDesk(PlanDesk plans, TradingState tradingState, Strategies strategies, StatusText report,
                       LoggedReplies replies) {
        this.plans = plans;
        this.books = plans.desk().books();
        this.tradingState = tradingState;
        this.strategies = strategies;
        this.report = report;
        this.replies = replies;
        this.account = "on " + plans.desk().account().name().toLowerCase(Locale.ROOT);
        this.parser = new CommandParser(books.instruments().symbolTable());
        this.orders = new OrderCommands(plans);
        this.reports = new TradeReports(books);
    }

    /** Commands that have been executed. */
    public RecentCommands recent() {
        return recent;
    }

    @Override
    public void onCommand(Command command, long sequence) {
        Origin origin = command.origin();
        if (!recent.add(command)) {
            replies.offer(Reply.answer(origin, "✗ /" + Verb.wordOf(command.verbCode())
                + " was received before the restart and is not executed again; see /orders and /status"));
            return;
        }
        ParsedCommand parsed = parser.parse(command);
        if (parsed instanceof ParsedCommand.Rejected rejected) {
            replies.offer(Reply.answer(origin, rejected.answer()));
        } else if (parsed instanceof ParsedCommand.Accepted accepted) {
            carryOut(accepted, command, sequence);
        }
    }

    private void carryOut(ParsedCommand.Accepted accepted, Command command, long sequence) {
        ReplyBody answer = answer(accepted, command, sequence);
        if (answer == null) {
            return;
        }
        Reply reply = Reply.to(command.origin(), accepted.verb(), answer);
        if (Verb.isAnswerJournaled(command.verbCode())) {
            replies.offer(reply);
        } else {
            replies.offerUnlogged(reply);
        }
    }

    /** Null where the order's own replies are the answer. */
    private ReplyBody answer(ParsedCommand.Accepted accepted, Command command, long sequence) {
        Arguments arguments = accepted.arguments();
        Origin origin = command.origin();
        return switch (accepted.verb()) {
            case START -> start(sequence);
            case STOP -> stop(sequence);
            case PAUSE -> pause(sequence);
            case BUY -> text(orders.order(Side.BUY, (Arguments.Order) arguments, origin));
            case SELL -> text(orders.order(Side.SELL, (Arguments.Order) arguments, origin));
            case CANCEL -> text(orders.cancel((Arguments.OrderChoice) arguments, origin));
            case CLOSEALL -> text(plans.closeAll(origin));
            case ORDERS -> reports.orders();
            case POSITIONS -> reports.positions();
            case BALANCE -> reports.balance();
            case PNL -> reports.profit();
            case TRADES -> reports.trades(((Arguments.Count) arguments).count());
            case WHY -> reports.why(((Arguments.OrderChoice) arguments).number());
            case STRATEGY -> text(strategies.command((Arguments.StrategyOrder) arguments));
            case LIMITS -> limits((Arguments.LimitsOrder) arguments, origin);
            case HELP -> HELP;
            case STATUS -> status(command);
        };
    }

    private static ReplyBody text(String orNull) {
        return orNull == null ? null : ReplyBody.text(orNull);
    }

    private ReplyBody status(Command command) {
        String trading = tradingState.isHalted() ? "trading STOPPED"
            : tradingState.isPaused() ? "entries PAUSED" : "trading on";
        return report.body(command.receivedEpochNs(), trading + " (" + account + "), "
            + books.orders().open().size() + " orders open, " + strategies.summary());
    }

    private ReplyBody start(long sequence) {
        String obstacle = tradingState.obstacle();
        if (obstacle != null) {
            return ReplyBody.text("✗ trading stays stopped: " + obstacle);
        }
        if (!tradingState.isHalted() && !tradingState.isPaused()) {
            return ReplyBody.text("trading is on already");
        }
        tradingState.resume(sequence);
        tradingState.endPause(sequence);
        return ReplyBody.text("✓ trading resumes after sequence " + sequence);
    }

    private ReplyBody stop(long sequence) {
        if (tradingState.isHalted()) {
            return ReplyBody.text("trading is stopped already: no order has left after sequence "
                + tradingState.haltSequence());
        }
        tradingState.halt(sequence);
        int open = books.orders().open().size();
        return ReplyBody.text("✓ trading stopped: no order leaves after sequence " + sequence + "; /start resumes"
            + (open == 0 ? "" : "; " + open + " open orders stand, /cancel all ends them"))
            .suggesting("Resume", "/start");
    }

    private ReplyBody limits(Arguments.LimitsOrder order, Origin origin) {
        return order.resetsDrawdown() ? ReplyBody.text(plans.risk().resetDrawdown(origin))
            : LimitsReport.of(plans.risk().uses().now());
    }

    private ReplyBody pause(long sequence) {
        if (tradingState.isHalted()) {
            return ReplyBody.text("trading is stopped, which is more than paused; /start resumes");
        }
        if (tradingState.isPaused()) {
            return ReplyBody.text("entries are paused already; /start resumes");
        }
        tradingState.pause(sequence);
        return ReplyBody.text("✓ entries paused: only exits leave from now on; /start resumes")
            .suggesting("Resume", "/start");
    }
}
