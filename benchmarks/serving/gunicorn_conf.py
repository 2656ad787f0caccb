"""The server that reference and plain DRF-GIS run on: the same gunicorn gthread as the project's own."""

import os

bind = f"127.0.0.1:{os.environ['PORT']}"
workers = 1
threads = 1
worker_class = "gthread"
preload_app = True
keepalive = 5
accesslog = None
loglevel = "warning"
control_socket_disable = True
