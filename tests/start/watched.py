"""A stand-in for `make run`: the real watcher over a tiny server, as a process that the tests can kill."""

import signal
import sys

from scripts import serve
from scripts.steps import say

SERVER = """
import http.server, os

class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"well")

    def log_message(self, *_):
        pass

print("server", os.getpid(), flush=True)
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Healthy).serve_forever()
"""


def main(port: int) -> int:
    """Watch until a signal comes."""
    serve.GUNICORN = (sys.executable, "-c", SERVER)
    serve.revive_database = lambda: None
    for number in serve.ENDING:
        signal.signal(number, serve.ask_to_stop)
    try:
        serve.serve({}, "127.0.0.1", port)
    except serve.Stopped:
        say("stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
