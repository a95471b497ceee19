"""Reads a CSV file with polars, counts by three columns and draws sixty rows by the strata of the first of them.

Prints as JSON how long that took. Starting Python and importing polars is not counted.
"""

import json
import sys
import time

import polars

DRAWN = 60
path, *columns = sys.argv[1:]
stages = []


def noted(title, begun):
    stages.append({"title": title, "ms": (time.perf_counter() - begun) * 1000})


begun, processor = time.perf_counter(), time.process_time()

step = time.perf_counter()
frame = polars.read_csv(path)
noted("read_csv", step)

step = time.perf_counter()
counts = [frame.group_by(column).len().sort("len", descending=True) for column in columns]
noted("group_by, three columns counted", step)

step = time.perf_counter()
strata = counts[0].rows()
shares = [(name, rows * DRAWN / frame.height) for name, rows in strata]
sizes = {name: int(share) for name, share in shares}
for name, _ in sorted(shares, key=lambda one: int(one[1]) - one[1])[: DRAWN - sum(sizes.values())]:
    sizes[name] += 1
drawn = polars.concat(
    frame.filter(polars.col(columns[0]) == name).sample(size, seed=1) for name, size in sizes.items() if size
)
noted("sample, stratified, 60", step)

whole, processor = time.perf_counter() - begun, time.process_time() - processor
assert drawn.height == DRAWN and len(counts) == len(columns)


def most_memory():
    """In megabytes, where the system tells."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            peak = next(line for line in status if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024 / 1e6
    except (OSError, StopIteration):
        return None


print(
    json.dumps(
        {
            "version": polars.__version__,
            "stages": stages,
            "ms": whole * 1000,
            "processor_ms": processor * 1000,
            "memory_mb": most_memory(),
        }
    )
)
