package io.ringside.binance.feed;

import io.ringside.core.event.Symbols;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds the symbol of a combined bookTicker frame from its first bytes, without a {@code String}: an open-addressing
 * table over the 16 bytes where the stream name begins, confirmed by comparing everything up to the update id.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
final class StreamIndex {

    /** Returned by {@link #find} if the bytes do not start a known stream's frame. */
    static final int NONE = -1;

    /** Bytes that must be readable from the start of a frame before {@link #find} may be called. */
    static final int KEY_END = 27;

    private static final int KEY_OFFSET = 11;
    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX_A = 0x9E3779B97F4A7C15L;
    private static final long MIX_B = 0xC2B2AE3D27D4EB4FL;

    private final byte[][] heads;
    private final byte[][] middles;
    private final long[] firstKeys;
    private final long[] secondKeys;
    private final int[] ids;
    private final int mask;

    StreamIndex(Symbols symbols) {
        int capacity = Math.max(16, Integer.highestOneBit(symbols.size()) * 4);
        this.mask = capacity - 1;
        this.firstKeys = new long[capacity];
        this.secondKeys = new long[capacity];
        this.ids = new int[capacity];
        Arrays.fill(ids, NONE);
        this.heads = new byte[symbols.size()][];
        this.middles = new byte[symbols.size()][];
        for (int id = 0; id < symbols.size(); id++) {
            String name = symbols.name(id);
            heads[id] = utf8("{\"stream\":\"" + streamName(name) + "\",\"data\":{\"u\":");
            middles[id] = utf8(",\"s\":\"" + name + "\",\"b\":\"");
            insert(id);
        }
    }

    /** ASCII letters lowered, all else unchanged, as Binance names its streams. */
    static String streamName(String symbol) {
        StringBuilder name = new StringBuilder(symbol.length() + 11);
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            name.append(c >= 'A' && c <= 'Z' ? String.valueOf(c).toLowerCase(Locale.ROOT) : c);
        }
        return name.append("@bookTicker").toString();
    }

    /**
     * Id of the symbol whose frame begins at {@code offset}, or {@link #NONE}. The array must hold {@link #KEY_END}
     * bytes from there.
     */
    int find(byte[] bytes, int offset, int end) {
        long first = at(bytes, offset + KEY_OFFSET);
        long second = at(bytes, offset + KEY_OFFSET + Long.BYTES);
        int slot = slot(first, second);
        for (int id = ids[slot]; id != NONE; slot = (slot + 1) & mask, id = ids[slot]) {
            if (firstKeys[slot] == first && secondKeys[slot] == second && begins(bytes, offset, end, heads[id])) {
                return id;
            }
        }
        return NONE;
    }

    /** Length of the frame up to the digits of the update id. */
    int headLength(int id) {
        return heads[id].length;
    }

    /** The bytes between the update id and the bid price. */
    byte[] middle(int id) {
        return middles[id];
    }

    /** Eight bytes, the first in the lowest. */
    static long at(byte[] bytes, int position) {
        return (long) LONG.get(bytes, position);
    }

    /** A text of at most eight ASCII characters as {@link #at} reads it. */
    static long packed(String text) {
        long packed = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            packed = packed << Byte.SIZE | text.charAt(i);
        }
        return packed;
    }

    static boolean begins(byte[] bytes, int offset, int end, byte[] prefix) {
        int prefixEnd = offset + prefix.length;
        return prefixEnd <= end && Arrays.equals(bytes, offset, prefixEnd, prefix, 0, prefix.length);
    }

    private void insert(int id) {
        long first = at(heads[id], KEY_OFFSET);
        long second = at(heads[id], KEY_OFFSET + Long.BYTES);
        int slot = slot(first, second);
        while (ids[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        ids[slot] = id;
        firstKeys[slot] = first;
        secondKeys[slot] = second;
    }

    private int slot(long first, long second) {
        long mixed = first * MIX_A ^ second * MIX_B;
        return (int) (mixed >>> 32) & mask;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
