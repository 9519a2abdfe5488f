package io.ringside.trading.replay;

import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.StrategyChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Recorded commands that undo what a what-if has asked for: from there to the end of the run it decides with the
 * recorded value.
 *
 * <p><em>Threading:</em> one thread.
 */
final class Overruled {

    private final Map<String, String> settings;
    private final Map<String, String> parameters;
    private final List<StrategyChanged> changes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    Overruled(Map<String, String> settings, Map<String, String> parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    /** What the current event has made the engine decide. */
    void onDecision(Decision decision) {
        if (decision instanceof StrategyChanged change) {
            changes.add(change);
        }
    }

    /** That event is a command, and it has been decided. */
    void onCommand(Command command, long sequence) {
        if (command.verbCode() == Verb.STRATEGY.code()) {
            for (StrategyChanged change : changes) {
                compare(change, command.arguments(), sequence);
            }
        }
        changes.clear();
    }

    /** One line each, in the order of the journal. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    private void compare(StrategyChanged change, String arguments, long sequence) {
        for (String word : arguments.split(" ")) {
            int equals = word.indexOf('=');
            String name = word.substring(0, Math.max(equals, 0));
            String asked = parameters.getOrDefault(change.strategy() + "." + name, parameters.get(name));
            if (equals > 0 && asked != null && !asked.equals(word.substring(equals + 1))) {
                add(arguments, sequence, name + "=" + asked);
            }
        }
        String own = "STRATEGY_" + change.strategy().toUpperCase(Locale.ROOT);
        String name = settings.containsKey(own) ? own : "STRATEGY";
        String asked = settings.get(name);
        if (asked != null && !asked.equals(change.on() ? "on" : "off")) {
            add(arguments, sequence, name + "=" + asked);
        }
    }

    private void add(String arguments, long sequence, String asked) {
        texts.add("'/strategy " + arguments + "', recorded at sequence " + sequence + ", overrules " + asked);
    }
}
