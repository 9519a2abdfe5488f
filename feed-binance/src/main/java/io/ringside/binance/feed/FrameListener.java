package io.ringside.binance.feed;

/**
 * Takes what {@link FrameReader} finds. The bytes are valid until the call returns, and at least
 * {@link BookTickerDecoder#SLACK_BYTES} bytes of the array lie behind them.
 */
interface FrameListener {

    /** Asked before each frame: false leaves the rest for the next {@link FrameReader#read}. */
    boolean wantsMore();

    void onText(byte[] bytes, int offset, int length);

    void onBinary(int length);

    void onPing(byte[] bytes, int offset, int length);

    void onPong();

    /** Called once, as the last: frames behind a close frame are not read. 1005 stands for a close without a code. */
    void onClose(int code, String reason);
}
