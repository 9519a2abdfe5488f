"""The part of the fold that is about what users were answered and told."""
from . import answers, replies
from .order_fold import origin
from .records import Wrong
from .replies import NO_VERB, VERB, WORDS

ALERT = 3


class ReplyFold:
    """A part of the class Fold, which has the state."""

    def reply(self, values, sequence):
        self.replies += 1
        body = self.expected(values, sequence)
        if body is None:
            self.other_replies.append(values)
        elif not replies.is_of(body, values):
            raise Wrong("the reply at sequence %d is not:\n%s" % (sequence, body.text()))
        else:
            self.replies_foretold += 1
            self.answers_foretold += values["verb"] != NO_VERB
            self.said.add(body.text())
            if values["kind"] == 2:
                self.answers.append(body.text())
        if values["kind"] != ALERT:
            self.unanswered.pop(sequence, None)
            self.owed = [what for what in self.owed if not what.startswith("the answer")]

    def expected(self, values, sequence):
        """What a reply must say; None if the journal does not tell."""
        if values["kind"] == ALERT:
            if not self.notices:
                raise Wrong("an alert at sequence %d that nothing explains" % sequence)
            return replies.lines(self.notices.pop(0))
        if values["number"]:
            order = self.orders.get(values["number"])
            if order is None:
                raise Wrong("news at sequence %d of order #%d, which was never placed" % (sequence, values["number"]))
            self.owed = [what for what in self.owed if what != "the news that order #%d ended" % order.number]
            if origin(values) != origin(order.placed):
                raise Wrong("the news of order #%d at sequence %d went to somebody else" % (order.number, sequence))
            return replies.lines(order.sent_text() if order.is_open() else order.end_text())
        told = next((one for one in self.results if one[:2] == (sequence, origin(values))), None)
        if told and values["verb"] in (NO_VERB, VERB["closeall"]):
            self.results.remove(told)
            return told[2]
        if values["verb"] == NO_VERB and origin(values) in self.plan_origins:
            return None
        if not self.asked or self.asked[1] != sequence or origin(values) != self.to:
            raise Wrong("the reply at sequence %d is for a command of somebody else" % sequence)
        if self.known_at == sequence:
            return self.predicted
        if values["verb"] == NO_VERB or values["verb"] != self.asked[0]:
            return None
        verb, _, arguments = self.asked
        if self.after is not None:
            state = self.switches if verb != VERB["strategy"] else self.strategies
            if state != self.after:
                raise Wrong("after /%s %s at sequence %d the journal has %s, not %s"
                            % (WORDS[verb], arguments, sequence, state, self.after))
            return self.predicted
        return self.predicted or replies.question(self, verb, arguments) or self.done(verb, arguments)

    def done(self, verb, arguments):
        """The answer to what is neither a question nor a switch."""
        if verb in (VERB["buy"], VERB["sell"]):
            return answers.trade(self, arguments)
        if verb == VERB["cancel"]:
            return answers.cancel(self, arguments)
        if verb == VERB["limits"]:
            return answers.limits(self)
        return answers.close_all(self) if verb == VERB["closeall"] else None

    def rejected(self, values, sequence):
        if self.here and self.here.sequence == sequence:
            self.here.rejection = values["reason"]
        self.note(sequence, "an order was rejected: " + values["reason"])
