"""gunicorn in production: two processes of four threads behind nginx."""

from pathlib import Path

# A socket instead of a port: nginx.conf is the same beside the image and on a machine of one's own, and nobody but
# nginx can speak to the process, so that its X-Forwarded-Proto and X-Forwarded-For may be believed.
bind = "unix:/run/yanxing/web.sock"
worker_class = "gthread"
workers = 2
threads = 4
max_requests = 1000
max_requests_jitter = 100
timeout = 30
graceful_timeout = 25
keepalive = 75
# The heartbeat file must not lie on a disk that may be slow.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").exists() else None  # noqa: S108
# Otherwise it opens one in the home folder, which the account does not have.
control_socket_disable = True
