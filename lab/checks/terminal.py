"""Runs a command in a terminal of its own, as a user does: terminal.py COMMAND…

What it prints comes out here. A line on standard input acts on it: `ctrl-c` types Ctrl-C, `hang-up` closes the terminal.
The last line is `EXIT N`, or `SIGNAL N`.
"""

import os
import pty
import select
import sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])

watched = [terminal, sys.stdin.fileno()]
while terminal in watched:
    for ready in select.select(watched, [], [])[0]:
        try:
            data = os.read(ready, 65536)
        except OSError:
            data = b""  # the last program has left the terminal
        if not data:
            watched.remove(ready)
        elif ready == terminal:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        elif data.strip() == b"ctrl-c":
            os.write(terminal, b"\x03")
        elif data.strip() == b"hang-up":
            watched.remove(terminal)
            os.close(terminal)
status = os.waitpid(pid, 0)[1]
print(f"\nSIGNAL {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"\nEXIT {os.WEXITSTATUS(status)}", flush=True)
