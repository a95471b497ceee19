"""Draws again what Tickmark drew, written from ARCHITECTURE.md alone. Needs nothing but Python.

  redraw.py METHOD FINGERPRINT FILTER SEED SIZE FILE.csv

The file has a column `id`, for `stratified` also `stratum`, for `mus` also `value` in minor units; its lines count as
rows 1, 2, 3 … For `stratified` the size is P1=4,P2=8. Without arguments, draws are read as JSON from standard input.
"""
import csv
import hashlib
import itertools
import json
import sys


def words(*texts):
    texts = [text.encode() for text in ("tickmark-draw-1", *texts)]
    key = hashlib.sha256(b"".join(len(text).to_bytes(8, "big") + text for text in texts)).digest()
    for i in itertools.count():
        block = hashlib.sha256(key + i.to_bytes(8, "big")).digest()
        yield from (int.from_bytes(block[at : at + 8], "big") for at in (0, 8, 16, 24))


def below(b, words):
    return next(w for w in words if w < 2**64 // b * b) % b


def random(words, N, n):
    a = list(range(N))
    for i in range(n):
        j = i + below(N - i, words)
        a[i], a[j] = a[j], a[i]
    return a[:n]


def points(words, whole, n):
    start = below(whole, words) if n else 0
    return [(start + i * whole) // n for i in range(n)]


def by_value(words, values, n):
    hits, fallen, end = [], points(words, sum(values), n), 0
    for index, value in enumerate(values):
        count = sum(end <= point < end + value for point in fallen)
        hits += [[index, count]] if count else []
        end += value
    return hits


def draw(method, fingerprint, filter, seed, n=0, N=0, values=(), strata=()):
    def its(stratum=""):
        return words(fingerprint, filter, method, seed, stratum)

    if method == "stratified":
        in_order = sorted(strata, key=lambda stratum: stratum[0].encode())
        return [[name, random(its(name), N, n)] for name, N, n in in_order]
    if method == "mus":
        return by_value(its(), values, n)
    return {"random": random, "systematic": points}[method](its(), N, n)


def from_file(method, fingerprint, filter, seed, size, path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    rows.sort(key=lambda row: row["id"].encode())  # Stable: records of one id stay in the order of their rows.
    if method == "stratified":
        sizes = [part.rsplit("=", 1) for part in size.split(",")]
        for name, n in sorted(sizes, key=lambda part: part[0].encode()):
            ids = [row["id"] for row in rows if row["stratum"] == name]
            for drawn in draw(method, fingerprint, filter, seed, strata=[(name, len(ids), int(n))])[0][1]:
                yield f"{name}\t{ids[drawn]}"
        return
    values = [int(row["value"]) for row in rows] if method == "mus" else ()
    for drawn in draw(method, fingerprint, filter, seed, int(size), len(rows), values):
        index, *hits = drawn if method == "mus" else [drawn]
        yield "\t".join([rows[index]["id"], *map(str, hits)])


if len(sys.argv) == 7:
    print("\n".join(from_file(*sys.argv[1:])))
elif len(sys.argv) == 1:
    json.dump([draw(**wanted) for wanted in json.load(sys.stdin)], sys.stdout)
else:
    sys.exit(__doc__)
