"""Opens a notebook of a running JupyterLab as its page does, and runs its cells: runCells.py URL TOKEN PATH [CELL]…

CELLs are run after those of the notebook. Prints JSON: a list of {status, text} and the kernel's id.
"""

import json
import sys
import uuid
from urllib.request import Request, urlopen

import websocket

url, token, path, *more = sys.argv[1:]


def ask(method, place, body=None):
    request = Request(f"{url}/{place}", method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Authorization", f"token {token}")
    request.add_header("Content-Type", "application/json")
    with urlopen(request) as answer:
        return json.load(answer)


def run(socket, code):
    message = {"header": {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "session": uuid.uuid4().hex, "version": "5.3", "date": ""}, "parent_header": {}, "metadata": {}, "channel": "shell", "content": {"code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False}}
    socket.send(json.dumps(message))
    status, idle, text = None, False, ""
    while status is None or not idle:
        got = json.loads(socket.recv())
        if got["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        kind, content = got["msg_type"], got["content"]
        if kind == "stream":
            text += content["text"]
        elif kind == "execute_reply":
            status = content["status"]
        elif kind == "status":
            idle = content["execution_state"] == "idle"
    return {"status": status, "text": text}


notebook = ask("GET", f"api/contents/{path}")["content"]
session = ask("POST", "api/sessions", {"path": path, "name": path, "type": "notebook", "kernel": {"name": notebook["metadata"]["kernelspec"]["name"]}})
kernel = session["kernel"]["id"]
socket = websocket.create_connection(f"{url.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels?token={token}", max_size=None)
codes = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code" and cell["source"].strip()] + more
print(json.dumps({"kernel": kernel, "cells": [run(socket, code) for code in codes]}))
