package io.ringside.trading.engine;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Origin;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.command.RecentCommands;
import io.ringside.trading.desk.PlanDesk;
import io.ringside.trading.desk.Plans;
import io.ringside.trading.risk.TradingState;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * After a restart: at the first timer, reports to users what was recovered and asks the venue about every order whose
 * outcome is unknown; repeats the questions with each timer until the gateway has taken all of them.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Restart implements TimerHandler, SnapshotPart {

    /** Before each command whose answer was lost, and each repair. */
    static final String WARNING = "⚠ ";

    private static final String RESTARTED = "✓ restarted: ";

    private final TradingBooks books;
    private final TradingState tradingState;
    private final RecentCommands recent;
    private final PlanDesk plans;
    private final ReplySink replies;
    private final Origin alerts;
    private final List<String> notices = new ArrayList<>();
    private boolean resolveDue;

    Restart(PlanDesk plans, TradingState tradingState, RecentCommands recent, ReplySink replies, Origin alerts) {
        this.books = plans.desk().books();
        this.tradingState = tradingState;
        this.recent = recent;
        this.plans = plans;
        this.replies = replies;
        this.alerts = alerts;
    }

    RecentCommands recent() {
        return recent;
    }

    /** Not told yet, as users will read them; a view. */
    List<String> notices() {
        return Collections.unmodifiableList(notices);
    }

    Plans plans() {
        return plans.plans();
    }

    /** A record says that the oldest notice was delivered. */
    void onTold() {
        if (!notices.isEmpty()) {
            notices.remove(0);
        }
    }

    /**
     * State has been recovered; {@code interrupted} are commands whose answers were lost, in words. Notices that the
     * previous run still owed are still owed.
     */
    void onRecovered(List<String> interrupted) {
        books.orders().onRunStart();
        resolveDue = !books.orders().open().isEmpty();
        notices.removeIf(notice -> notice.startsWith(RESTARTED));
        String trading = tradingState.isHalted() ? "trading is STOPPED, /start resumes"
            : tradingState.isPaused() ? "entries are PAUSED, /start resumes" : "trading is on";
        notices.add(0, RESTARTED + trading + "; " + books.orders().open().size() + " open orders and "
            + books.portfolio().held() + " positions recovered");
        interrupted.forEach(text -> notices.add(WARNING + text));
        plans.plans().onRunStart().forEach(text -> notices.add(WARNING + text));
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        if (!notices.isEmpty()) {
            notices.forEach(text -> replies.offer(Reply.alert(alerts, text)));
            notices.clear();
        }
        if (resolveDue) {
            resolveDue = !plans.desk().resolveUnknown();
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(resolveDue);
        out.writeInt(notices.size());
        for (String notice : notices) {
            out.writeUTF(notice);
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        resolveDue = in.readBoolean();
        notices.clear();
        for (int left = in.readInt(); left > 0; left--) {
            notices.add(in.readUTF());
        }
    }
}
