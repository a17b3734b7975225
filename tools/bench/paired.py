"""Programs run in turns, so that a busy machine slows both sides alike; only ratios are trusted."""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    seconds: float
    cpu_seconds: float
    peak_bytes: int


def run(command, allowed=(0,)):
    """One whole process, its output thrown away; a status that is not allowed is an error."""
    with tempfile.TemporaryFile() as errors:
        actions = [
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, errors.fileno(), 2),
        ]
        start = time.perf_counter()
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - start
        exit_code = os.waitstatus_to_exitcode(status)
        if exit_code not in allowed:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()
            raise RuntimeError(f"{' '.join(command)}: {said or f'status {exit_code}'}")
    # A child counts this process's own pages until it has become its program, so stay small here.
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def interleave(tasks, rounds):
    """Runs every task of a dict once a round, in turning order; a list of results per task."""
    results = {name: [] for name in tasks}
    for number in range(rounds):
        order = list(tasks) if number % 2 == 0 else list(reversed(tasks))
        for name in order:
            results[name].append(tasks[name]())
    return results


def median(runs, attribute="seconds"):
    return statistics.median(getattr(run, attribute) for run in runs)


def ratios(these, those):
    """How many times as long these took as those that ran in the same round."""
    return [this.seconds / that.seconds for this, that in zip(these, those)]


def table(head, rows):
    """Columns of text: the first to the left, figures to the right."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())


def main(function):
    """Runs a script's function; what goes wrong is told in one line."""
    try:
        function()
    except KeyboardInterrupt:
        sys.exit(130)
    except (OSError, RuntimeError) as error:
        sys.exit(f"error: {error}")
