"""Where things are, and the release build that is measured."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
INDEX = str(BUILD / "indexer" / "backfile-index")
SEARCH = str(BUILD / "searcher" / "backfile-search")
CONTENT = str(BUILD / "tools" / "index-content")
TERMGENERATOR = str(BUILD / "tools" / "termgenerator-index")


def build():
    """Release flags, in a directory of its own; quiet unless something fails."""
    print("Building what is measured in build/bench", flush=True)
    in_root("tools/setup")
    in_root("cmake", "--preset", "release", "-B", str(BUILD), "-D", "BACKFILE_BENCH=ON")
    targets = ["backfile-index", "backfile-search", "termgenerator-index", "facets-bench", "stories-bench", "index-content"]
    in_root("cmake", "--build", str(BUILD), "--target", *targets)


def in_root(*command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed\n{done.stdout}{done.stderr}")


def default_archive():
    """A sample archive beside the checkout when there is one, else our own small corpus."""
    sample = ROOT.parent / "shared" / "archives" / "allsides"
    return sample if sample.is_dir() else ROOT / "corpus"


def size(path):
    """Bytes of all files below a directory, or of one file."""
    path = Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(os.lstat(entry).st_size for entry in path.rglob("*") if entry.is_file())
