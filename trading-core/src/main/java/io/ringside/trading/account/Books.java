package io.ringside.trading.account;

import io.ringside.trading.account.Position.Part;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who holds what: the positions of the user and of each strategy, by asset, source and asset of the cost. What the
 * account has beyond them is nobody's, which the portfolio calls external.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Books {

    /** By asset, source and cost asset; only what is held. */
    private final SortedMap<String, SortedMap<String, SortedMap<String, Position>>> byAsset = new TreeMap<>();
    private final List<Position> inOrder = new ArrayList<>();

    /** All of them, by asset, source and cost asset. */
    List<Position> positions() {
        return inOrder;
    }

    BigDecimal held(String source, String asset) {
        return sum(of(asset).getOrDefault(source, new TreeMap<>()).values());
    }

    /** Over all sources. */
    BigDecimal held(String asset) {
        BigDecimal sum = BigDecimal.ZERO;
        for (SortedMap<String, Position> ofSource : of(asset).values()) {
            sum = sum.add(sum(ofSource.values()));
        }
        return sum;
    }

    /** The sources that hold some of it, by name; a new list. */
    List<String> sources(String asset) {
        return List.copyOf(of(asset).keySet());
    }

    void put(String source, String asset, Part part) {
        byAsset.computeIfAbsent(asset, name -> new TreeMap<>())
            .computeIfAbsent(source, name -> new TreeMap<>())
            .computeIfAbsent(part.costAsset(), name -> new Position(asset, source, name))
            .add(part);
        list();
    }

    /**
     * Takes up to {@code most} from one source's book: first what is counted in {@code first}, then by name of the
     * cost asset.
     *
     * @param into gets the parts
     * @return how much could not be taken
     */
    BigDecimal take(String source, String asset, BigDecimal most, String first, List<Part> into) {
        SortedMap<String, Position> own = of(asset).getOrDefault(source, new TreeMap<>());
        BigDecimal left = take(own.get(first), most, into);
        for (Position position : List.copyOf(own.values())) {
            left = position.costAsset().equals(first) ? left : take(position, left, into);
        }
        own.values().removeIf(position -> position.qty().signum() == 0);
        of(asset).values().removeIf(SortedMap::isEmpty);
        list();
        return left;
    }

    private static BigDecimal take(Position positionOrNull, BigDecimal most, List<Part> into) {
        if (positionOrNull == null || most.signum() == 0) {
            return most;
        }
        Part part = positionOrNull.take(most.min(positionOrNull.qty()));
        into.add(part);
        return most.subtract(part.qty());
    }

    private SortedMap<String, SortedMap<String, Position>> of(String asset) {
        return byAsset.getOrDefault(asset, new TreeMap<>());
    }

    private void list() {
        inOrder.clear();
        byAsset.values().forEach(sources -> sources.values().forEach(own -> inOrder.addAll(own.values())));
    }

    private static BigDecimal sum(Collection<Position> positions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Position position : positions) {
            sum = sum.add(position.qty());
        }
        return sum;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(inOrder.size());
        for (Position position : inOrder) {
            position.save(out);
        }
    }

    void load(DataInput in) throws IOException {
        byAsset.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Position position = Position.load(in);
            byAsset.computeIfAbsent(position.asset(), name -> new TreeMap<>())
                .computeIfAbsent(position.source(), name -> new TreeMap<>())
                .put(position.costAsset(), position);
        }
        list();
    }
}
