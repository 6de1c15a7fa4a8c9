"""JupyterLab as `npm run lab` starts it: for this user and this machine alone, and no longer than who started it.

No configuration of the system's is read, so nothing there can open another address or take the token away. A thread of its
own ends the server when its parent is gone (killed with -9, say): the server's own loop need not turn for that.
"""

import os
import signal
import sys
import threading
import time

import jupyter_core.paths as paths

PATIENCE_S = 15  # for the kernels to end

for folders in (paths.SYSTEM_CONFIG_PATH, paths.SYSTEM_JUPYTER_PATH):
    if folders is not paths.ENV_CONFIG_PATH and folders is not paths.ENV_JUPYTER_PATH:
        folders.clear()


def end_with_parent(parent):
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE_S)
    os._exit(1)


if os.name == "posix":
    threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()

from jupyterlab.labapp import main  # noqa: E402  (after the paths are settled)

sys.exit(main())
