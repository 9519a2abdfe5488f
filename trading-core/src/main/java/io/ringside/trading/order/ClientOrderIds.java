package io.ringside.trading.order;

/**
 * Makes and recognises our client order ids: 21 lower-case letters and digits, which every venue takes.
 *
 * <pre>
 *   rs  00  0jk5z3x1c  0000017  k
 *   |   |   |          |        check character, ISO 7064 MOD 37,36 over the 20 before it
 *   |   |   |          number of the order, base 36, from 1 over all restarts
 *   |   |   run, base 36: each process has an id above those before it
 *   |   instance, to tell two programs on one account apart
 *   ours
 * </pre>
 *
 * <p>An id is known before the first send and never made twice. Only a whole match is ours: a venue, an app or another
 * program may use any id, also one that begins with {@code rs}.
 *
 * @param instance two lower-case letters or digits
 * @param runId    0 to {@value #MAX_RUN_ID}
 */
public record ClientOrderIds(String instance, long runId) {

    public static final int LENGTH = 21;
    /** For a process that has its account to itself. */
    public static final String FIRST_INSTANCE = "00";

    static final long MAX_RUN_ID = 101_559_956_668_415L;
    static final long MAX_NUMBER = 78_364_164_095L;

    private static final String PREFIX = "rs";
    private static final int RADIX = 36;
    private static final int RUN = 4;
    private static final int RUN_DIGITS = 9;
    private static final int NUMBER = RUN + RUN_DIGITS;
    private static final int NUMBER_DIGITS = 7;

    public ClientOrderIds {
        if (instance.length() != 2 || !isLowerCase(instance)) {
            throw new IllegalArgumentException(
                "instance is '" + instance + "', allowed are two lower-case letters or digits");
        }
        if (runId < 0 || runId > MAX_RUN_ID) {
            throw new IllegalArgumentException("runId is " + runId + ", allowed are 0 to " + MAX_RUN_ID);
        }
    }

    /**
     * The parts of one of our ids.
     *
     * @param number of the order
     */
    public record Parsed(String instance, long runId, long number) {
    }

    /** Throws {@link IllegalArgumentException} for a number that is not 1 to {@value #MAX_NUMBER}. */
    public String of(long orderNumber) {
        if (orderNumber < 1 || orderNumber > MAX_NUMBER) {
            throw new IllegalArgumentException("order number is " + orderNumber + ", allowed are 1 to " + MAX_NUMBER);
        }
        StringBuilder id = new StringBuilder(LENGTH).append(PREFIX).append(instance);
        appendDigits(id, runId, RUN_DIGITS);
        appendDigits(id, orderNumber, NUMBER_DIGITS);
        return id.append(checkCharacter(id)).toString();
    }

    /** Null for an id that is not ours. */
    public static Parsed parse(String id) {
        if (id.length() != LENGTH || !id.startsWith(PREFIX) || !isLowerCase(id)
            || id.charAt(LENGTH - 1) != checkCharacter(id.substring(0, LENGTH - 1))) {
            return null;
        }
        long number = Long.parseLong(id.substring(NUMBER, NUMBER + NUMBER_DIGITS), RADIX);
        return number == 0 ? null : new Parsed(id.substring(PREFIX.length(), RUN),
            Long.parseLong(id.substring(RUN, RUN + RUN_DIGITS), RADIX), number);
    }

    /** By ISO 7064 MOD 37,36: finds every wrong character and nearly every two that have changed places. */
    static char checkCharacter(CharSequence text) {
        int product = RADIX;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + Character.digit(text.charAt(i), RADIX)) % RADIX;
            product = (sum == 0 ? RADIX : sum) * 2 % (RADIX + 1);
        }
        return Character.forDigit((RADIX + 1 - product) % RADIX, RADIX);
    }

    private static boolean isLowerCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter < '0' || letter > '9') && (letter < 'a' || letter > 'z')) {
                return false;
            }
        }
        return true;
    }

    private static void appendDigits(StringBuilder id, long value, int digits) {
        String text = Long.toString(value, RADIX);
        id.append("0".repeat(digits - text.length())).append(text);
    }
}
