package io.ringside.trading.upkeep;

import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.journal.sbe.CommandEventDecoder;
import io.ringside.trading.journal.sbe.OrderAckEventDecoder;
import io.ringside.trading.journal.segment.SegmentReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a repair does to one segment.
 *
 * @param number   of the segment
 * @param file     that holds it
 * @param position what stands from there on is put aside; 0 for the whole file
 * @param reason   in words
 * @param lost     what can still be read of it, by type, in words
 */
public record RepairStep(long number, Path file, long position, String reason, String lost) {

    /** The reader stands before what is lost. */
    static RepairStep of(long number, SegmentReader segment, long position, String reason) throws IOException {
        return new RepairStep(number, segment.file(), position, reason, new Count().of(segment));
    }

    /** For users, one line. */
    public String text() {
        return (position == 0 ? file + " is put aside" : file + " is cut at byte " + position) + " (" + reason
            + "); lost with it: " + lost;
    }

    /** Of the records that matter. */
    private static final class Count {

        private long all;
        private long commands;
        private long updates;
        private long orders;
        private long decisions;

        String of(SegmentReader segment) throws IOException {
            while (segment.skipToNext()) {
                add(segment.templateId());
            }
            List<String> words = new ArrayList<>();
            words.add(all + " readable records");
            name(words, commands, "commands");
            name(words, orders, "orders placed");
            name(words, updates, "order updates");
            name(words, decisions, "other decisions");
            return String.join(", ", words);
        }

        private void add(int templateId) {
            all++;
            if (templateId == CommandEventDecoder.TEMPLATE_ID) {
                commands++;
            } else if (templateId == OrderAckEventDecoder.TEMPLATE_ID) {
                updates++;
            } else if (templateId == DecisionKind.ORDER_PLACED.code()) {
                orders++;
            } else if (DecisionKind.isCode(templateId)) {
                decisions++;
            }
        }

        private static void name(List<String> words, long count, String what) {
            if (count > 0) {
                words.add(count + " " + what);
            }
        }
    }
}
