package io.ringside.trading.replay;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.settings.TradingSettings;
import io.ringside.trading.strategy.Strategies;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a journal with other settings: quotes, commands, timers and feed changes as recorded, orders and their acks as
 * they would have been. State carries over from run to run.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class WhatIf {

    private final JournalReader reader;
    private final StrategyTypes types;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Overruled overruled = new Overruled(settings, parameters);
    private OfflineEngine engine;
    private long runId;

    /** {@code changes}: names of settings change those; all others are parameters, as in {@link Strategies#change}. */
    public WhatIf(JournalReader reader, StrategyTypes types, Map<String, String> changes) {
        this.reader = reader;
        this.types = types;
        changes.forEach((name, value) -> {
            if (TradingSettings.isName(name)) {
                settings.put(name, value);
            } else {
                parameters.put(name, value);
            }
        });
    }

    /** Returns the engine at the end. Throws {@link BadSettings} for changes that cannot be made. */
    public OfflineEngine run() throws IOException {
        if (settings.containsKey(TradingSettings.BALANCES)) {
            throw new BadSettings(List.of("--what-if: " + TradingSettings.BALANCES
                + " cannot be changed: the journal begins with what the account held then"));
        }
        begin(reader.start());
        while (reader.next()) {
            switch (reader.kind()) {
                case START -> {
                    SegmentStart start = reader.start();
                    if (!start.continuation() && start.runId() != runId) {
                        begin(start);
                    }
                }
                case EVENT -> onEvent(reader.event(), reader.sequence());
                default -> { /* it decides for itself */ }
            }
        }
        return engine;
    }

    /** After {@link #run}: recorded commands that have undone the changes, one line each. */
    public List<String> overruled() {
        return overruled.texts();
    }

    private void onEvent(PipelineEvent event, long sequence) {
        if (!isAsRecorded(event.type())) {
            return;
        }
        engine.onEvent(event, sequence);
        if (event.type() == EventType.COMMAND) {
            overruled.onCommand(event.command(), sequence);
        }
        engine.onOwnAcks(sequence);
    }

    /** False for what the other settings may change. */
    private static boolean isAsRecorded(EventType type) {
        return switch (type) {
            case TICK, COMMAND, FEED_STATE, TIMER, RULES -> true;
            case ORDER_ACK -> false;
        };
    }

    private void begin(SegmentStart start) throws IOException {
        runId = start.runId();
        RunRecord recorded = RunRecord.fromJson(start.configText());
        if (!recorded.ticks()) {
            throw new IOException("run " + runId + " was journaled without its quotes and cannot be decided again");
        }
        if (!recorded.account().isSimulated()) {
            throw new IOException("run " + runId + " traded on the account " + recorded.account()
                + "; --what-if works for runs on paper only");
        }
        RunRecord run = recorded.with(settings);
        OfflineEngine before = engine;
        engine = new OfflineEngine(run, types, (decision, sequence) -> overruled.onDecision(decision));
        if (!Collections.disjoint(settings.keySet(), TradingSettings.FEES)) {
            engine.engine().books().instruments().charge(run.trading().fees());
        }
        if (before == null) {
            engine.load(start.snapshot());
            engine.engine().venue().retry();
        } else {
            engine.takeOver(before);
        }
        if (!parameters.isEmpty()) {
            engine.engine().strategies().change(parameters);
        }
    }
}
