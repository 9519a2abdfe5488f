package io.ringside.sim.control;

/** A control message that cannot be parsed; the message is the exchange's answer to it. */
final class InvalidRequest extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRequest(int code, String text) {
        super("{\"code\":" + code + ",\"msg\":\"" + text + "\"}", null, false, false);
    }
}
