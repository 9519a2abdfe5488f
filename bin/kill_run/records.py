"""Segment files as records: layout, checksums, fields. The schema is journal.xml of trading-core."""
import struct

FORMAT_VERSION = 3
TICK, COMMAND, ORDER_ACK, FEED_STATE, TIMER, RULES = 1, 2, 3, 4, 5, 9
(PLACED, REJECTED, CANCEL, SWITCHED, STRATEGY, LOSS, REPLY, OUTCOME, CANCEL_REJECTED, PLAN_STARTED,
 PLAN_ENDED, REMEMBERED) = range(101, 113)
VALUED = 114
START, CONFIG, SNAPSHOT = 21, 22, 23
EVENTS = (TICK, COMMAND, ORDER_ACK, FEED_STATE, TIMER, RULES)
ACK_SPACE, TEXT_SPACE = 1, 2  # bytes before a text that say how long it is

# Name of each field of a block in its order, the struct of the block, the texts behind it and the size of their length.
FIELDS = {
    TICK: ("symbol pe qe flags update bid bid_qty ask ask_qty received received_epoch venue_epoch line delay",
           "<ibbHqqqqqqqqii", "", ACK_SPACE),
    COMMAND: ("user chat thread message update sent received preview offset verb channel role kind", "<qqqqqqqqiBBBB",
              "arguments key", ACK_SPACE),
    ORDER_ACK: ("last cumulative price fee epoch original limit stop quote prevented queued sent received symbol code "
                "account flags status execution pe qe fe quote_exponent liquidity source side type tif expiry",
                "<qqqqqqqqqqqqqiiHHBBbbbbBBBBBB", "cid exchange trade asset reason execution_id cancel_id", ACK_SPACE),
    TIMER: ("epoch", "<q", "", ACK_SPACE),
    RULES: ("step qe symbol", "<32xq115xb16xi8x", "base quote discount", ACK_SPACE),
    PLACED: ("number account symbol side type tif qty qe price pe user chat thread message channel intent parent epoch "
             "stop max_age preview replaces", "<qHiBBBqiqiqqqqBBqqqqqq", "cid source rationale", TEXT_SPACE),
    REJECTED: ("account symbol side type tif qty qe price pe user chat thread message channel intent parent number "
               "rule stop", "<HiBBBqiqiqqqqBBqqHq", "source reason", TEXT_SPACE),
    CANCEL: ("number account user chat thread message channel intent parent", "<qHqqqqBBq", "source reason cancel_id",
             TEXT_SPACE),
    SWITCHED: ("halted halt_sequence paused killed reason until user chat thread message channel", "<BqBBBqqqqqB",
               "detail", TEXT_SPACE),
    STRATEGY: ("on reason mode", "<BBB", "strategy parameters detail provider provider_version digest", TEXT_SPACE),
    LOSS: ("account day since user chat thread message channel", "<HqqqqqqB", "asset day_start peak", TEXT_SPACE),
    REPLY: ("channel user chat thread message verb number kind length crc", "<BqqqqBqBiI", "", TEXT_SPACE),
    OUTCOME: ("number account outcome", "<qHB", "source evidence", TEXT_SPACE),
    CANCEL_REJECTED: ("number account code", "<qHi", "source reason cancel_id", TEXT_SPACE),
    PLAN_STARTED: ("number account kind symbol qty qe user chat thread message channel epoch", "<qHBiqiqqqqBq",
                   "source", TEXT_SPACE),
    PLAN_ENDED: ("number account outcome", "<qHB", "reason", TEXT_SPACE),
    REMEMBERED: ("version", "<i", "strategy writer memory", TEXT_SPACE),
    VALUED: ("account", "<H", "asset cost_asset price", TEXT_SPACE),
    START: ("number run epoch config parts previous format continuation codec account", "<qqqqqqiBBH",
            "program commit venue environment", TEXT_SPACE),
    SNAPSHOT: ("version durable as_of total offset", "<HBqii", "name", TEXT_SPACE),
}


class Wrong(Exception):
    pass


def crc32c_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ 0x82F63B78 if n & 1 else n >> 1
        table.append(n)
    return table


CRC_TABLE = crc32c_table()


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC_TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def padded(length):
    return (length + 7) // 8 * 8


def is_intact(data, at, length, template):
    """Checksums of decisions and rare events; Python is too slow for those of all quotes and timers."""
    if template in (TICK, TIMER, SNAPSHOT):
        return True
    stored = struct.unpack_from("<I", data, at + 4)[0]
    return crc32c(data[at + 8:at + padded(length)]) ^ length == stored


def fields(template, data, body, block):
    names, layout, texts, space = FIELDS[template]
    values = dict(zip(names.split(), struct.unpack_from(layout, data, body)))
    at = body + block
    for name in texts.split():
        size = int.from_bytes(data[at:at + space], "little")
        values[name] = data[at + space:at + space + size].decode()
        at += space + size
    return values


def piece(data, at):
    size = struct.unpack_from("<I", data, at)[0]
    return data[at + 4:at + 4 + size]


def read(path, limit=None):
    """Up to that byte of the file. Yields (template, sequence, values, end) of each whole record; values of a part of the configuration are its bytes."""
    with open(path, "rb") as file:
        data = file.read(limit)
    at = 0
    while at + 24 <= len(data):
        length = struct.unpack_from("<i", data, at)[0]
        if length == 0:
            return
        sequence, block, template, _, version = struct.unpack_from("<qHHHH", data, at + 8)
        whole = 24 <= length <= len(data) - at
        if not whole or not is_intact(data, at, length, template):
            if whole and any(data[at + padded(length):]):
                raise Wrong("%s: the record at byte %d is damaged, and more stands behind it" % (path, at))
            return
        if version != FORMAT_VERSION:
            raise Wrong("%s has schema version %d, this tool reads %d" % (path, version, FORMAT_VERSION))
        body = at + 24
        at += padded(length)
        if template == CONFIG:
            yield template, sequence, piece(data, body), at
        elif template == SNAPSHOT:
            values = fields(template, data, body, block)
            values["state"] = piece(data, body + block + TEXT_SPACE + len(values["name"]))
            yield template, sequence, values, at
        elif template in FIELDS:
            yield template, sequence, fields(template, data, body, block), at
        elif template == FEED_STATE:
            yield template, sequence, {}, at
        else:
            raise Wrong("%s has a record of the unknown kind %d" % (path, template))
