package io.ringside.binance.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** A quick baseline: the message as Jackson's databind reads it. Threading: one thread. */
public final class BookTickerMessage {

    private static final int EXPONENT = 8;

    @JsonProperty("stream")
    private String stream;
    @JsonProperty("data")
    private Data data;
    private int symbolId;

    /** The quote inside the envelope. */
    private static final class Data {
        @JsonProperty("u")
        private long updateId;
        @JsonProperty("s")
        private String symbol;
        @JsonProperty("b")
        private BigDecimal bidPrice;
        @JsonProperty("B")
        private BigDecimal bidQty;
        @JsonProperty("a")
        private BigDecimal askPrice;
        @JsonProperty("A")
        private BigDecimal askQty;
    }

    static long mantissa(BigDecimal value) {
        return value.movePointRight(EXPONENT).longValueExact();
    }

    String stream() {
        return stream;
    }

    String symbol() {
        return data.symbol;
    }

    int symbolId() {
        return symbolId;
    }

    void symbolId(int id) {
        symbolId = id;
    }

    long updateId() {
        return data.updateId;
    }

    BigDecimal bidPrice() {
        return data.bidPrice;
    }

    BigDecimal bidQty() {
        return data.bidQty;
    }

    BigDecimal askPrice() {
        return data.askPrice;
    }

    BigDecimal askQty() {
        return data.askQty;
    }
}
