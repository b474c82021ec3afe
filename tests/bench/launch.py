"""A command in; it is run, and what it took goes to a file as JSON.

Run by a Python that has imported nearly nothing: Linux counts the memory of the process that starts another as that
other's, so nobody large may start what is measured.
"""

import json
import os
import sys
import time

KILOBYTES = 1024 if sys.platform != "darwin" else 1
"""Bytes in a unit of ru_maxrss: kilobytes on Linux, bytes on macOS (getrusage(2))."""


def main(report: str, command: list[str]) -> int:
    """Writes seconds, processor seconds and the most bytes that one process held; gives the exit code."""
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    took = {
        "seconds": seconds,
        "processor": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * KILOBYTES,
    }
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123  pathlib alone would double what this holds
        json.dump(took, file)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
