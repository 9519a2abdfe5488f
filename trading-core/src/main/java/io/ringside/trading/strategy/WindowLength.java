package io.ringside.trading.strategy;

/**
 * A length in ticks ({@code 20}) or in time ({@code 30s}, {@code 5m}, {@code 24h}).
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param count ticks, or whole seconds
 * @param timed whether it is a length of time
 */
record WindowLength(int count, boolean timed) {

    static final int MAX_TICKS = 100_000;
    static final int MAX_S = 86_400;

    private static final int MINUTE_S = 60;
    private static final int HOUR_S = 3_600;
    private static final int MAX_DIGITS = 9;

    /** Ticks or time; throws {@link IllegalArgumentException} that names the parameter. */
    static WindowLength parse(String parameter, String text) {
        WindowLength length = read(text);
        if (length == null || length.count < 1 || length.count > (length.timed ? MAX_S : MAX_TICKS)) {
            throw new IllegalArgumentException(parameter + " is '" + text + "', allowed are ticks from 1 to "
                + MAX_TICKS + " or a time from 1s to 24h in whole s, m or h");
        }
        return length;
    }

    /** Time only, from 0s. */
    static WindowLength parseTime(String parameter, String text) {
        WindowLength length = read(text);
        if (length == null || !length.timed || length.count > MAX_S) {
            throw new IllegalArgumentException(parameter + " is '" + text
                + "', allowed is a time from 0s to 24h in whole s, m or h");
        }
        return length;
    }

    /** As it is parsed, in the largest unit that needs no fraction. */
    String text() {
        if (!timed) {
            return Integer.toString(count);
        }
        if (count > 0 && count % HOUR_S == 0) {
            return count / HOUR_S + "h";
        }
        return count > 0 && count % MINUTE_S == 0 ? count / MINUTE_S + "m" : count + "s";
    }

    /** Null for a text that is not a length, or for one far too long. */
    private static WindowLength read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int unitS = switch (text.charAt(text.length() - 1)) {
            case 's' -> 1;
            case 'm' -> MINUTE_S;
            case 'h' -> HOUR_S;
            default -> 0;
        };
        String digits = unitS == 0 ? text : text.substring(0, text.length() - 1);
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long count = Long.parseLong(digits) * Math.max(unitS, 1);
        return count > Integer.MAX_VALUE ? null : new WindowLength((int) count, unitS != 0);
    }
}
