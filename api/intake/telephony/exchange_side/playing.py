"""Lets a simulator run in real time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from api.intake.telephony.exchange_side.sender import Outbox, Refused, Sender, Unreachable
from api.intake.telephony.exchange_side.simulator import Manner, Simulator, turn
from api.kit import clock

LOOK_SECONDS = 0.25


def play(
    sender: Sender,
    extensions: Sequence[str],
    seed: int,
    manner: Manner,
    tell: Callable[[str], None] = lambda text: None,
) -> None:
    """Until all calls have come and ended, or Ctrl+C, at which those that still go on are hung up: nobody stays on hold.

    :raises Refused: the API knows no such exchange.
    """
    simulator, outbox = Simulator(extensions, seed, manner, clock.now()), Outbox(sender)
    sender_refused = 0
    try:
        while not simulator.over or len(outbox):
            try:
                outbox.add(turn(simulator, sender, clock.now()))
            except Unreachable as error:
                tell(f"the API does not answer: {error}")
                outbox.add(simulator.step(clock.now()))
            outbox.flush()
            if outbox.refused > sender_refused:
                sender_refused = outbox.refused
                tell(f"{sender_refused} events were refused")
            clock.sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        outbox.add(simulator.end(clock.now()))
        outbox.flush()
        tell(f"{simulator.came} calls came in")
    except Refused as error:
        tell(f"the API refuses: {error}")
        raise
