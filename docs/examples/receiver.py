"""A receiver of Sibu's webhooks: checks the signature, takes each message once, answers at once, works afterwards.

    pip install standardwebhooks
    SIBU_WEBHOOK_SECRET=whsec_… python receiver.py 8080

Put it behind HTTPS with a public name. What it took stands in `taken.db` and is there after a restart.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

LARGEST = 64 * 1024


class Inbox:
    """Messages by their id: the same id may come twice, after a lost answer or because somebody sent it again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self.open() as db, db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS message (id TEXT PRIMARY KEY, position INTEGER, body TEXT, done INTEGER)"
            )

    def open(self) -> closing:
        return closing(sqlite3.connect(self.path, timeout=10))

    def put(self, id: str, body: dict) -> bool:
        """Keep it; False if it is known already. It is safe on disk before the sender is told so."""
        row = (id, body["data"].get("position", 0), json.dumps(body))
        with self.open() as db, db:
            return db.execute("INSERT OR IGNORE INTO message VALUES (?, ?, ?, 0)", row).rowcount == 1

    def work(self, do) -> int:
        """Do what is not done yet, in Sibu's order; `do` gets the body, and reads the rest from its `address`."""
        with self.open() as db:
            waiting = db.execute("SELECT id, body FROM message WHERE done = 0 ORDER BY position").fetchall()
        for id, body in waiting:
            do(json.loads(body))
            with self.open() as db, db:
                db.execute("UPDATE message SET done = 1 WHERE id = ?", (id,))
        return len(waiting)


def server(port: int, secret: str, inbox: Inbox) -> ThreadingHTTPServer:
    """Listens on the loopback address; whatever is not signed with the secret is refused."""
    signed = Webhook(secret)

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            raw = self.rfile.read(length) if length <= LARGEST else b""
            try:
                # checks the signature over the exact bytes, and that the time is within five minutes of ours
                body = signed.verify(raw, {name.lower(): value for name, value in self.headers.items()})
            except WebhookVerificationError:
                return self.answer(401)
            inbox.put(self.headers["webhook-id"], body)
            return self.answer(204)

        def answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    return ThreadingHTTPServer(("127.0.0.1", port), Receiver)


if __name__ == "__main__":
    import threading
    import time

    inbox = Inbox(Path("taken.db"))
    listening = server(int(sys.argv[1]), os.environ["SIBU_WEBHOOK_SECRET"], inbox)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    while True:
        inbox.work(lambda body: print(body["type"], body["data"].get("address") or "", flush=True))
        time.sleep(0.2)
