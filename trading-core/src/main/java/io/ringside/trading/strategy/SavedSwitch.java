package io.ringside.trading.strategy;

import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One strategy's switch and parameters over a restart. They are taken over unless their settings have changed since:
 * then the settings win. A strategy that fails as it takes them over is stopped, and all else is recovered.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class SavedSwitch implements SnapshotPart {

    private final StrategyConfig config;
    private final Strategy strategy;
    private final StrategySwitch power;
    private final StrategyFaults faults;
    private final StrategyMemory memory;
    private final String configuredParameters;
    private boolean settingsHold = true;

    /** {@code strategy} has the parameters of the settings. */
    SavedSwitch(StrategyConfig config, Strategy strategy, StrategySwitch power, StrategyFaults faults,
                StrategyMemory memory) {
        this.config = config;
        this.strategy = strategy;
        this.power = power;
        this.faults = faults;
        this.memory = memory;
        this.configuredParameters = strategy.parameters();
    }

    /** Applies a recorded change, unless the snapshot before it was of other settings. */
    void restore(StrategyChanged change) {
        if (!settingsHold) {
            return;
        }
        boolean isSet = !change.parameters().equals(strategy.parameters())
            || change.reason() == ChangeReason.USER && change.on() == power.isOn();
        power.restore(change.on(), change.reason(), change.detail());
        if (isSet) {
            recover(change.parameters());
        }
        if (!power.isStopped() && (isSet || change.on())) {
            forget(!isSet);
        }
    }

    private void forget(boolean resets) {
        try {
            if (resets) {
                strategy.reset();
            }
            memory.update();
        } catch (RuntimeException failure) {
            faults.stopUnreported("it failed when it was recovered: " + StrategyLog.text(failure));
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeUTF(config.type());
        out.writeBoolean(config.on());
        out.writeUTF(configuredParameters);
        StateFields.name(out, "parameters", config.name());
        out.writeUTF(strategy.parameters());
        power.save(out);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        settingsHold = in.readUTF().equals(config.type()) & in.readBoolean() == config.on()
            & in.readUTF().equals(configuredParameters);
        String savedParameters = in.readUTF();
        (settingsHold ? power : new StrategySwitch(false)).load(in);
        if (settingsHold) {
            // Cancels that were on their way may be lost with the process.
            faults.setWithdraws(power.reason() == ChangeReason.FAULT);
            recover(savedParameters);
        }
    }

    /** Parameters that this run cannot use (a symbol is gone) leave it stopped, with those of the settings. */
    private void recover(String savedParameters) {
        try {
            strategy.set(StrategyConfig.parameters(savedParameters));
        } catch (RuntimeException unusable) {
            faults.stopUnreported("its parameters " + savedParameters + " cannot be used: "
                + StrategyLog.text(unusable));
        }
    }
}
