"""A chat with the bot: as much of Telegram as the bot needs. What was not confirmed is delivered again."""
import json, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

USER = 4242
TOKEN = "123456789:%035d"


class Chat:
    def __init__(self):
        self.lock, self.pending, self.told, self.last = threading.Condition(), [], [], 0
        self.confirmed, self.lives = [], 0
        self.delivered, self.redelivered = set(), 0
        chat = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                words = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
                answer = json.dumps({"ok": True, "result": chat.answer(self.path, words)}).encode()
                try:
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)
                except OSError:
                    self.close_connection = True  # killed meanwhile

            do_GET = do_POST

            def log_message(self, *words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda request, client: None  # its other end was killed
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def settings(self):
        """Of another life: what the one before still had under way is not told by it."""
        with self.lock:
            self.lives, self.told = self.lives + 1, []
        return {"TELEGRAM_API_URL": "http://127.0.0.1:%d" % self.server.server_port, "TG_BOT_TOKEN": TOKEN % self.lives,
                "TG_CHAT_ID": str(USER)}

    def forget_confirmations(self, count):
        """As if the process had died before it confirmed its last messages: they are delivered again."""
        with self.lock:
            self.pending = self.confirmed[-count:] + self.pending
            self.confirmed = []

    def say(self, line):
        with self.lock:
            self.last += 1
            message = {"message_id": 1000 + self.last, "date": int(time.time()), "text": line,
                       "from": {"id": USER, "is_bot": False, "first_name": "Ann"},
                       "chat": {"id": USER, "type": "private"},
                       "entities": [{"type": "bot_command", "offset": 0, "length": len(line.split()[0])}]}
            self.pending.append({"update_id": self.last, "message": message})
            self.lock.notify_all()

    def answer(self, path, words):
        token, method = path.rsplit("/", 2)[1:]
        if method == "getMe":
            return {"id": 123456789, "is_bot": True, "username": "kill_run_bot"}
        if method == "sendMessage":
            with self.lock:
                if token == "bot" + TOKEN % self.lives:
                    self.told.append(words["text"])
            return {"message_id": 1}
        return self.updates(words) if method == "getUpdates" else True

    def updates(self, words):
        with self.lock:
            offset = int(words.get("offset", 0))
            self.confirmed += [update for update in self.pending if update["update_id"] < offset]
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
            if not self.pending and int(words.get("timeout", 0)) > 0:
                self.lock.wait(0.5)
            batch = self.pending[:int(words.get("limit", 100))]
            ids = {update["update_id"] for update in batch}
            self.redelivered += len(ids & self.delivered)
            self.delivered |= ids
            return batch

    def take_told(self):
        with self.lock:
            told, self.told = self.told, []
            return told
