"""Writes oracle.json: sizes and limits by the plainest way there is, term by term in whole numbers.

Nothing here is clever and nothing is shared with the crate, so that both being wrong alike is unlikely.
Run it as: python3 oracle.py > oracle.json
"""
import itertools
import json
import random
from decimal import Decimal, getcontext
from fractions import Fraction
from math import ceil, comb, floor

getcontext().prec = 60
chance = random.Random("oracle")


def share(percent):
    return Fraction(percent) / 100


def hypergeometric(population, deviating, sample, limit):
    ways = sum(comb(deviating, i) * comb(population - deviating, sample - i) for i in range(min(limit, sample) + 1))
    return Fraction(ways, comb(population, sample))


def binomial(rate, sample, limit):
    a, b = rate.numerator, rate.denominator
    ways = sum(comb(sample, i) * a**i * (b - a) ** (sample - i) for i in range(min(limit, sample) + 1))
    return Fraction(ways, b**sample)


def poisson(rate, sample, limit):
    mean = Decimal(rate.numerator) * sample / Decimal(rate.denominator)
    term = total = Decimal(1)
    for i in range(1, limit + 1):
        term = term * mean / i
        total += term
    return Fraction(total * (-mean).exp())


def deviating(population, tolerable):
    return max(1, ceil(share(tolerable) * population))


def at_most(model, population, tolerable, sample, limit):
    if model == "hypergeometric":
        return hypergeometric(population, deviating(population, tolerable), sample, limit)
    return {"binomial": binomial, "poisson": poisson}[model](share(tolerable), sample, limit)


def size(model, population, confidence, tolerable, allowed=0, expected=None):
    miss = 1 - share(confidence)
    for sample in range(1, (population or 4000) + 1):
        limit = allowed if expected is None else ceil(share(expected) * sample)
        if population and limit >= deviating(population, tolerable):
            return None
        if limit < sample and at_most(model, population, tolerable, sample, limit) <= miss:
            return sample, limit
    return None


def sizes():
    wanted = []
    for confidence in ["80", "90", "95", "97.5", "99"]:
        for tolerable in ["3", "5", "8.5", "20"]:
            for allowed in [0, 1, 4]:
                for model in ["binomial", "poisson"]:
                    wanted.append((model, None, confidence, tolerable, allowed, None))
    for _ in range(150):
        population = chance.choice([1, 2, 3, 10, 20, 47, 100, 313, 500])
        tolerable, confidence = chance.choice(["1", "2.5", "5", "10", "33.3", "50", "90"]), chance.choice(["50", "80", "90", "95", "99.9"])
        allowed = chance.randrange(0, 4)
        if allowed < deviating(population, tolerable):
            wanted.append(("hypergeometric", population, confidence, tolerable, allowed, None))
    for tolerable, expected in [("5", "3.5"), ("5", "1"), ("5", "0.1"), ("8", "7"), ("10", "2.5"), ("50", "30"), ("90", "80")]:
        for confidence in ["50", "80", "90"]:
            wanted.append(("binomial", None, confidence, tolerable, None, expected))
            if (tolerable, expected) != ("8", "7"):
                wanted.append(("poisson", None, confidence, tolerable, None, expected))
            for population in [40, 300, 997]:
                wanted.append(("hypergeometric", population, confidence, tolerable, None, expected))
    rows = []
    for model, population, confidence, tolerable, allowed, expected in wanted:
        found = size(model, population, confidence, tolerable, allowed or 0, expected)
        rows.append(
            {"model": model, "population": population, "confidence": confidence, "tolerable": tolerable, "allowed": allowed, "expected": expected,
             "size": found and found[0], "may_show": found and found[1]}
        )
    return rows


def limits():
    """The largest number with P(at most x) > miss; the two-sided ones with half of it on either side."""
    rows = []
    cases = [(1200, 102, x, "90") for x in range(4)] + [(4812, 40, 6, "95"), (500, 25, 7, "95"), (30, 30, 4, "95"), (30, 29, 0, "95")]
    cases += [(population, min(population, chance.randrange(1, 60)), chance.randrange(0, 9), chance.choice(["50", "80", "95", "99"])) for population in chance.choices([7, 50, 333, 800], k=40)]
    for population, sample, failures, confidence in cases:
        failures = min(failures, sample)
        miss = 1 - share(confidence)
        possible = range(failures, population - (sample - failures) + 1)

        def most(miss):
            return max(d for d in possible if hypergeometric(population, d, sample, failures) > miss)

        lower = 0 if failures == 0 else min(d for d in possible if 1 - hypergeometric(population, d, sample, failures - 1) > miss / 2)
        rows.append({"population": population, "sample": sample, "failures": failures, "confidence": confidence, "upper": most(miss), "two_sided": [lower, most(miss / 2)]})
    return rows


def two_stage_accepts(model, population, tolerable, first, second):
    """P(none in the first) + P(one in the first) · P(none in the second, given that)."""
    if model == "hypergeometric":
        bad = deviating(population, tolerable)
        none = hypergeometric(population, bad, first, 0)
        one = hypergeometric(population, bad, first, 1) - none
        return none + one * hypergeometric(population - first, bad - 1, second, 0) if one else none
    function, rate = {"binomial": binomial, "poisson": poisson}[model], share(tolerable)
    none = function(rate, first, 0)
    return none + (function(rate, first, 1) - none) * function(rate, second, 0)


def two_stages():
    small = [("hypergeometric", chance.randrange(5, 35), chance.choice(["50", "80", "95"]), chance.choice(["25", "40", "60"])) for _ in range(60)]
    rows = []
    for model, population, confidence, tolerable in small + [
        ("binomial", None, "95", "5"), ("binomial", None, "90", "10"), ("poisson", None, "95", "10"), ("hypergeometric", 40, "95", "10"),
        ("hypergeometric", 120, "90", "5"), ("hypergeometric", 60, "80", "20"), ("hypergeometric", 21, "99", "10"), ("binomial", None, "60", "30"), ("binomial", None, "50", "80"),
    ]:
        miss = 1 - share(confidence)
        found = None
        for both in range(1, (population or 400) + 1):
            for first in range(1, both + 1):
                if two_stage_accepts(model, population, tolerable, first, both - first) <= miss:
                    found = [first, both - first]
                    break
            if found:
                break
        rows.append({"model": model, "population": population, "confidence": confidence, "tolerable": tolerable, "stages": found, "too_many": population and deviating(population, tolerable)})
    return rows


def strata_without_failure():
    rows = []
    # The first misses a single deviation with exactly the miss chance.
    cases = [([(20, 19)], "95"), ([(10, 5), (10, 6)], "80")]
    for _ in range(25):
        strata = [(n, chance.randrange(1, n + 1)) for n in chance.choices(range(1, 25), k=chance.randrange(1, 4))]
        cases.append((strata, chance.choice(["50", "80", "95", "99"])))
    for strata, confidence in cases:
        miss, best = 1 - share(confidence), 0
        for hidden in itertools.product(*(range(n - tested + 1) for n, tested in strata)):
            missed = Fraction(1)
            for (n, tested), bad in zip(strata, hidden):
                missed *= hypergeometric(n, bad, tested, 0)
            if missed > miss:
                best = max(best, sum(hidden))
        rows.append({"strata": strata, "confidence": confidence, "upper": best})
    return rows


def first_rate(holds):
    """The lowest rate in millionths of a millionth for which it holds, given that it holds for all higher ones."""
    low, high = -1, 10**12
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(Fraction(middle, 10**12)) else (middle, high)
    return high


def upper_rate(function, sample, failures, miss):
    """Rounded up."""
    return first_rate(lambda rate: function(rate, sample, failures) <= miss)


def lower_rate(function, sample, failures, miss):
    """Rounded down."""
    return first_rate(lambda rate: 1 - function(rate, sample, failures - 1) > miss) - 1 if failures else 0


def rates():
    rows = []
    for sample, failures, confidence in [(1, 0, "95"), (1, 1, "95"), (25, 7, "95"), (60, 0, "95"), (60, 60, "90"), (145, 1, "95"), (80, 33, "99.9"), (300, 4, "50")]:
        for model, function in [("binomial", binomial), ("poisson", poisson)]:
            miss = 1 - share(confidence)
            rows.append({"model": model, "sample": sample, "failures": failures, "confidence": confidence, "upper": upper_rate(function, sample, failures, miss),
                         "two_sided": [lower_rate(function, sample, failures, miss / 2), upper_rate(function, sample, failures, miss / 2)]})
    return rows


def binomial_upper(sample, failures, confidence):
    return upper_rate(binomial, sample, failures, 1 - share(confidence))


def stringers():
    rows = []
    for total, sample, found, confidence in [
        (10_000_000, 50, [], "95"),
        (10_000_000, 50, [(40_000, 10_000), (10_000, 10_000), (150_000, 3)], "95"),
        (10_000_000, 50, [(200_000, 50_000), (199_999, 50_000)], "95"),
        (123_456_789, 80, [(1_500_000, 75_000), (1_600_000, 250_000), (20_000, 1), (777, 777)], "90"),
        (2**62, 30, [(2**50, 2**49), (3**30, 3**29)], "99"),
    ]:
        certain = sum(over for book, over in found if book * sample >= total)
        taints = sorted((Fraction(over, book) for book, over in found if book * sample < total), reverse=True)
        factors = [Fraction(binomial_upper(sample, j, confidence), 10**12) for j in range(len(taints) + 1)]
        bound = total * (factors[0] + sum((factors[j + 1] - factors[j]) * taint for j, taint in enumerate(taints)))
        projected = Fraction(total, sample) * sum(taints)
        rows.append({"total": total, "sample": sample, "found": found, "confidence": confidence, "certain": certain,
                     "projected": floor(projected + Fraction(1, 2)) + certain, "upper": ceil(bound) + certain, "basic": ceil(total * factors[0])})
    return rows


def rows(name, entries):
    return f' "{name}": [\n' + ",\n".join("  " + json.dumps(entry) for entry in entries) + "\n ]"


print("{\n" + ",\n".join([
    rows("sizes", sizes()), rows("limits", limits()), rows("rates", rates()),
    rows("two_stages", two_stages()),
    rows("strata_without_failure", strata_without_failure()), rows("stringers", stringers()),
]) + "\n}")
