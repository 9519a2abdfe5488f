package io.ringside.core.runtime;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * The constants of an enum by the codes that are stored in their place: small numbers from 0, written in the enum.
 *
 * <p><em>Threading:</em> immutable; any thread. Looking up allocates nothing.
 *
 * @param <E> the enum
 */
public final class CodeTable<E extends Enum<E>> {

    /** A code that no constant has; perhaps a newer version wrote it. */
    public static final class UnknownCode extends IndexOutOfBoundsException {

        private static final long serialVersionUID = 1L;

        UnknownCode(String type, int code) {
            super("no " + type + " has the code " + code);
        }
    }

    private final String type;
    private final E[] byCode;

    private CodeTable(String type, E[] byCode) {
        this.type = type;
        this.byCode = byCode;
    }

    /** Throws {@link IllegalArgumentException} when two constants have the same code. */
    public static <E extends Enum<E>> CodeTable<E> of(E[] constants, ToIntFunction<E> code) {
        int highest = Arrays.stream(constants).mapToInt(code).max().orElse(-1);
        E[] byCode = Arrays.copyOf(constants, highest + 1);
        Arrays.fill(byCode, null);
        for (E constant : constants) {
            E before = byCode[code.applyAsInt(constant)];
            if (before != null) {
                throw new IllegalArgumentException(before + " and " + constant + " have the same code");
            }
            byCode[code.applyAsInt(constant)] = constant;
        }
        return new CodeTable<>(constants.getClass().getComponentType().getSimpleName(), byCode);
    }

    /** Throws {@link UnknownCode} for a code that no constant has. */
    public E get(int code) {
        if (!holds(code)) {
            throw new UnknownCode(type, code);
        }
        return byCode[code];
    }

    public boolean holds(int code) {
        return code >= 0 && code < byCode.length && byCode[code] != null;
    }

    /** One above the highest code. */
    public int size() {
        return byCode.length;
    }
}
