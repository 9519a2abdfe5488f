package io.ringside.trading.replay;

import io.ringside.trading.snapshot.StateFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the field in which something recorded and something replayed differ.
 *
 * <p><em>Threading:</em> one thread.
 */
final class Difference {

    /** How a record's text names its components. */
    private static final Pattern COMPONENT = Pattern.compile("([A-Za-z0-9]+)=");
    private static final String LINE = "\n  ";

    private Difference() {
    }

    /** Of two records that are not equal; null is none. The component that differs, then both in full. */
    static String between(Object recorded, Object replayed) {
        String one = recorded == null ? "none" : recorded.toString();
        String other = replayed == null ? "none" : replayed.toString();
        String component = component(one, other);
        return (component == null ? "" : " in " + component) + LINE + "recorded: " + one + LINE + "replayed: " + other;
    }

    /** The name of the last component that starts before the texts part; null if they part before any. */
    private static String component(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        Matcher names = COMPONENT.matcher(one.substring(0, common));
        String last = null;
        while (names.find()) {
            last = names.group(1);
        }
        return last;
    }

    /** Null if all parts are the same; else the first value that differs of each part. */
    static String between(Map<String, StateFields> recorded, Map<String, StateFields> replayed) {
        List<String> lines = new ArrayList<>();
        recorded.forEach((part, fields) -> {
            String difference = StateFields.difference(fields, replayed.get(part));
            if (difference != null) {
                lines.add(LINE + part + ": " + difference);
            }
        });
        return lines.isEmpty() ? null : String.join("", lines);
    }
}
