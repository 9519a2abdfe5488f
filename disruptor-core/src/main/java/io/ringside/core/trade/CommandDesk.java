package io.ringside.core.trade;

import io.ringside.core.event.Command;
import io.ringside.core.event.Reply;
import io.ringside.core.event.ReplySink;
import io.ringside.core.event.Verb;
import io.ringside.core.route.CommandHandler;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out commands, in the order of the ring, and answers each of them exactly once. It owns the halt switch: after
 * {@code /stop} took effect at a sequence, no order has a later one.
 *
 * <p><em>Threading:</em> the ring thread. Commands may allocate; ticks never come here.
 */
public final class CommandDesk implements CommandHandler {

    private static final String HELP = Stream.of(Verb.values())
        .map(verb -> verb.usage() + " - " + verb.purpose())
        .collect(Collectors.joining("\n"));

    private final StatusReport status;
    private final ReplySink replies;
    private boolean halted;
    private long haltSequence;

    public CommandDesk(StatusReport status, ReplySink replies) {
        this.status = status;
        this.replies = replies;
    }

    @Override
    public void onCommand(Command command, long sequence) {
        Verb verb = command.verb();
        String answer = switch (verb) {
            case START -> start(sequence);
            case STOP -> stop(sequence);
            case STATUS -> status.text(command.receivedEpochNs(), halted);
            case BUY, SELL -> order(verb, command.arguments());
            case HELP -> HELP;
        };
        replies.offer(Reply.to(command.origin(), verb, answer));
    }

    public boolean isHalted() {
        return halted;
    }

    private String start(long sequence) {
        if (!halted) {
            return "trading is on already";
        }
        halted = false;
        return "✓ trading resumes after sequence " + sequence;
    }

    private String stop(long sequence) {
        if (halted) {
            return "trading is stopped already: no order has left after sequence " + haltSequence;
        }
        halted = true;
        haltSequence = sequence;
        return "✓ trading stopped: no order leaves after sequence " + sequence + "; /start resumes";
    }

    /** The gateway has checked the form; whether it may be done is decided here, in the order of the ring. */
    private String order(Verb verb, List<String> arguments) {
        String wanted = verb.word() + " " + arguments.get(1) + " " + arguments.get(0)
            + (arguments.size() > 2 ? " at " + arguments.get(2) : " at market");
        return halted
            ? "✗ " + wanted + " refused: trading is stopped, /start resumes"
            : "✗ " + wanted + " not executed: the order is valid, but no trading engine is attached yet";
    }
}
