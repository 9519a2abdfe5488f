package io.ringside.trading.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.SettingsReader;
import io.ringside.trading.settings.StrategySettings;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.settings.TradingConfig;
import io.ringside.trading.settings.TradingSettings;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a run's decisions depend on besides its events: journaled as JSON at the start of each segment, so that a replay
 * can build the same engine.
 *
 * @param runId         of the process
 * @param symbols       names in the order of their ids
 * @param connectionOf  feed connection by symbol id
 * @param connections   how many there are
 * @param startEpochNs  when the process started
 * @param alerts        where unsolicited messages go
 * @param ticks         whether quotes are in the journal
 * @param settings      the words of {@link TradingSettings}
 * @param instruments   the venue's rules
 * @param account       where its orders go
 */
public record RunRecord(long runId, List<String> symbols, int[] connectionOf, int connections, long startEpochNs,
                 Origin alerts, boolean ticks, Map<String, String> settings, List<Instrument> instruments,
                 AccountId account) {

    private static final JsonMapper JSON =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * A run on paper with one feed connection whose replies go to the terminal: symbols are those of the instruments,
     * whose ids must count from 0 in their order.
     *
     * @param settings by the names of {@code docs/trading.md}; those that are missing have their defaults
     */
    public static RunRecord of(long runId, List<Instrument> instruments, Map<String, String> settings) {
        List<String> symbols = instruments.stream().map(Instrument::symbol).toList();
        return new RunRecord(runId, symbols, new int[symbols.size()], 1, 0, Origin.CONSOLE,
            true, settings, instruments, AccountId.PAPER);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a run record is always JSON", impossible);
        }
    }

    /** Throws {@link IOException} for text that no version wrote. */
    public static RunRecord fromJson(String text) throws IOException {
        try {
            return JSON.readValue(text, RunRecord.class);
        } catch (JsonProcessingException foreign) {
            throw new IOException("the record of a run cannot be parsed: " + foreign.getOriginalMessage(), foreign);
        }
    }

    /**
     * The same run without the settings that this version does not accept, which it tells one by one. Recovery folds
     * what was decided, so it needs none of them.
     */
    RunRecord acceptable(StrategyTypes types, Consumer<String> refused) {
        Map<String, String> accepted = new TreeMap<>(settings);
        settings.forEach((name, value) -> {
            if (!isAcceptable(Map.of(name, value), types)) {
                accepted.remove(name);
                refused.accept(name + "=" + value);
            }
        });
        // Each may be right alone, and wrong beside the others: the parameters of a strategy of another type.
        if (!isAcceptable(accepted, types)) {
            settings.forEach((name, value) -> {
                if (StrategySettings.isName(name) && accepted.remove(name) != null) {
                    refused.accept(name + "=" + value);
                }
            });
        }
        return with(accepted, instruments);
    }

    private boolean isAcceptable(Map<String, String> some, StrategyTypes types) {
        try {
            TradingConfig config = with(some, instruments).trading();
            config.strategies().forEach(strategy -> types.make(strategy, tradable(), alerts));
            return true;
        } catch (BadSettings | IllegalArgumentException refused) {
            return false;
        }
    }

    /** The same run with some settings changed; throws {@link BadSettings} for those that cannot be. */
    public RunRecord with(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.putAll(changes);
        RunRecord run = with(changed, instruments);
        SettingsReader reader = new SettingsReader(changes);
        new StrategySettings(reader).checkNames(run.trading().strategies());
        reader.throwErrors();
        // Rates are in the instruments: what was recorded stands unless it is one of the changes.
        return Collections.disjoint(changes.keySet(), TradingSettings.FEES) ? run
            : run.with(changed, withFees(run.trading().fees()));
    }

    private RunRecord with(Map<String, String> otherSettings, List<Instrument> otherInstruments) {
        return new RunRecord(runId, symbols, connectionOf, connections, startEpochNs, alerts, ticks, otherSettings,
            otherInstruments, account);
    }

    private List<Instrument> withFees(Fees fees) {
        return instruments.stream().map(known -> known.with(fees)).toList();
    }

    Instruments tradable() {
        return new Instruments(runId, Symbols.of(symbols), instruments);
    }

    /** Throws {@link BadSettings} for settings that this version does not accept. */
    public TradingConfig trading() {
        SettingsReader reader = new SettingsReader(settings);
        TradingConfig config = new TradingSettings(reader).read();
        reader.throwErrors();
        return config;
    }
}
