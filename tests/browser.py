"""A real browser for tests: the Chromium of the machine, spoken to through a pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


class Tab:
    """One page in it."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes
        self._held, self._number = b"", 0
        self._session: str | None = None
        #: What the page asked for and what went wrong on it.
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = session
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask for something and return the answer; what happens meanwhile is kept."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": params}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._writes, json.dumps(asked).encode() + b"\0")
        while True:
            said = self._next()
            if said.get("id") == self._number:
                assert "error" not in said, said
                return dict(said["result"])
            self.events.append(said)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            got = os.read(self._reads, 1 << 20)
            assert got, "the browser has gone"
            self._held += got
        one, _, self._held = self._held.partition(b"\0")
        return dict(json.loads(one))

    def go(self, path: Path, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        """Open a file at a size, light or dark."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            **{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.events.clear()
        self.call("Page.navigate", url=path.resolve().as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.events):
            self.events.append(self._next())

    def js(self, code: str) -> Any:
        """What an expression is on the page."""
        answer = self.call(
            "Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key as a person does."""
        codes = {"Tab": 9, "Enter": 13}
        key_ = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key[0].upper()))}
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **key_)
        self.call("Input.dispatchKeyEvent", type="keyUp", **key_)
        self._wait()

    def click(self, selector: str) -> None:
        """Click in the middle of an element, once it is in view."""
        box = self.js(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getClientRects()[0];"
            " return [r.x + r.width / 2, r.y + r.height / 2] })"
            f"(document.querySelector({json.dumps(selector)}))"
        )
        at = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, **at)
        self._wait()

    def _wait(self) -> None:
        """Let the page do what it was asked for; one that is being left does not answer."""
        with suppress(AssertionError):
            self.js("new Promise(done => setTimeout(done, 50))")

    def settled(self, code: str) -> None:
        """Wait until something is so on the page, also on the next one."""
        for _ in range(100):
            try:
                if self.js(code):
                    return
            except AssertionError:  # between two pages there is none
                pass
            time.sleep(0.05)
        raise AssertionError(f"never so: {code}")

    def in_view(self, selector: str) -> bool:
        """Whether an element can be seen without scrolling."""
        return bool(
            self.js(
                "(e => { const r = e.getBoundingClientRect(); return r.height > 0 && r.top >= 0 &&"
                f" r.bottom <= innerHeight }})(document.querySelector({json.dumps(selector)}))"
            )
        )

    def shoot(self, path: Path) -> None:
        """Take a picture of what is in view."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


@contextmanager
def browser(folder: Path) -> Iterator[Tab]:
    """A browser with one tab, which ends with the test."""
    assert CHROMIUM is not None
    to_it, ours = os.pipe()
    from_it, its = os.pipe()
    arguments = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    arguments += ["--disable-background-networking", "--disable-component-update"]
    arguments += ["--disable-sync", "--disable-quic"]
    arguments += [f"--user-data-dir={folder}", "--remote-debugging-pipe", "about:blank"]
    started = subprocess.Popen(
        ["bash", "-c", f'exec 3<&{to_it} 4>&{its}; exec "$@"', "bash", *arguments],
        pass_fds=(to_it, its),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_it)
    os.close(its)
    try:
        yield Tab(from_it, ours)
    finally:
        started.terminate()
        started.wait()
        os.close(ours)
        os.close(from_it)
