package io.ringside.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each room may use, and how large it may become. */
class RoomsTest {

    private static final int MOST_FILES = 15;
    private static final int MOST_PERCENT = 25;
    private static final String ROOT = "io.ringside.trading.";

    private static final SourceTree TRADING = SourceTree.of(Path.of("src", "main", "java"));

    /** The lowest first; rooms on one floor do not use each other. */
    private static final List<List<String>> FLOORS = List.of(
        List.of("decision", "snapshot"),
        List.of("market", "journal.segment"),
        List.of("journal.codec"),
        List.of("journal", "order", "ledger"),
        List.of("account"),
        List.of("risk", "strategy", "paper"),
        List.of("strategy.crossover"),
        List.of("desk", "settings"),
        List.of("report"),
        List.of("command"),
        List.of("engine"),
        List.of("replay", "upkeep"));

    @Test
    void shouldHaveNoFilesThatUseEachOther() {
        assertThat(TRADING.fileCircles()).isEmpty();
    }

    @Test
    void shouldUseOnlyRoomsOnLowerFloors() {
        List<Set<String>> oneAboveTheOther = new ArrayList<>();
        List<Set<String>> theOtherWayRound = new ArrayList<>();
        for (List<String> floor : FLOORS) {
            List<String> reversed = new ArrayList<>(floor);
            Collections.reverse(reversed);
            floor.forEach(room -> oneAboveTheOther.add(Set.of(ROOT + room)));
            reversed.forEach(room -> theOtherWayRound.add(Set.of(ROOT + room)));
        }

        assertThat(TRADING.usesOfHigherFloors(oneAboveTheOther)).isEmpty();
        assertThat(TRADING.usesOfHigherFloors(theOtherWayRound)).isEmpty();
    }

    @Test
    void shouldKeepRoomsSmall() {
        assertThat(TRADING.packageSizes()).allSatisfy((name, files) ->
            assertThat(files).as(name).isLessThanOrEqualTo(MOST_FILES));
        assertThat(TRADING.packageShares()).allSatisfy((name, percent) ->
            assertThat(percent).as(name).isLessThanOrEqualTo(MOST_PERCENT));
    }
}
