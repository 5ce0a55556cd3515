#!/usr/bin/env python3
"""Writes src/test/resources/io/stoa/pricing/vectors.txt: purchases and what they cost, reckoned a second time.

bench/price-vectors.py > src/test/resources/io/stoa/pricing/vectors.txt

Shares no line with the price engine and is slow on purpose: every piece is an item of a list, amounts are exact fractions
until they are rounded, and where the engine finds the best number of sets by halving, this tries them all. What the file says
is what customers pay: look at each line that changes before you keep it.
"""

import random
from fractions import Fraction

# --- The reckoning


def half_up(amount):
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def share(minor, basis_points):
    return half_up(Fraction(minor) * basis_points / 10000)


def split(whole, weights):
    """By weights, the largest remainders first, equal ones in their order."""
    if sum(weights) == 0:
        return [0] * len(weights)
    exact = [Fraction(whole) * w / sum(weights) for w in weights]
    shares = [e.numerator // e.denominator for e in exact]
    for i in sorted(range(len(weights)), key=lambda i: shares[i] - exact[i])[: whole - sum(shares)]:
        shares[i] += 1
    return shares


class Piece:
    def __init__(self, sku, shelf, cost):
        self.sku, self.shelf, self.cost = sku, shelf, cost


def dearest_first(pieces):
    return sorted(pieces, key=lambda piece: (-piece.cost, piece.sku))


def fits(goods, piece):
    return goods == "all" or any(piece.shelf == g[1:] if g[0] == "/" else piece.sku == g for g in goods.split(","))


def spread(pieces, off):
    """Falls to the pieces of one SKU at one cost as to one, in their order, and evenly among them."""
    runs = {}
    for piece in pieces:
        runs.setdefault((piece.cost, piece.sku), []).append(piece)
    alike = list(runs.values())
    for run, part in zip(alike, split(off, [sum(p.cost for p in run) for run in alike])):
        for i, piece in enumerate(run):
            piece.cost -= part // len(run) + (1 if i < part % len(run) else 0)


def offer(promo, pieces):
    """Changes what pieces cost; nothing where the goods cost less than the minimum."""
    mine = dearest_first([p for p in pieces if fits(promo["goods"], p)])
    if sum(p.cost for p in mine) < promo["minimum"]:
        return
    kind, *values = promo["offer"].split()
    if kind == "percent":
        for piece in mine:
            piece.cost -= share(piece.cost, int(values[0]))
    elif kind == "each":
        for piece in mine:
            piece.cost -= min(piece.cost, int(values[0]))
    elif kind == "whole-percent":
        spread(mine, share(sum(p.cost for p in mine), int(values[0])))
    elif kind == "whole-amount":
        spread(mine, min(int(values[0]), sum(p.cost for p in mine)))
    elif kind == "together":
        sets([(mine, int(values[0]))], int(values[1]))
    elif kind == "bundle":
        wanted = [part.split("*") for part in values[0].split(",")]
        sets([(dearest_first([p for p in pieces if p.sku == sku]), int(n)) for sku, n in wanted], int(values[1]))
    elif kind == "buy-get" and len(values) == 3:
        buy, get, off = map(int, values)
        for first in range(0, len(mine) - len(mine) % (buy + get), buy + get):
            for piece in mine[first + buy : first + buy + get]:
                piece.cost -= share(piece.cost, off)
    elif kind == "buy-get":
        buy, get, off = map(int, values[:3])
        rewards(mine, dearest_first([p for p in pieces if fits(values[3], p)]), buy, get, off)
    else:
        raise ValueError(kind)


def sets(parts, price):
    """Every number of sets is tried; of equal ones the fewest sets."""
    most = min(len(pieces) // n for pieces, n in parts)
    best = max(range(most + 1), key=lambda m: (sum(p.cost for pieces, n in parts for p in pieces[: m * n]) - m * price, -m))
    chosen = [p for pieces, n in parts for p in pieces[: best * n]]
    spread(chosen, sum(p.cost for p in chosen) - best * price)


def rewards(bought, rewarded, buy, get, off):
    """Every number of sets is tried; pieces that are both leave enough to be bought."""
    best, gain = [], 0
    for number in range(1, len(rewarded) // get + 1):
        spare = len(bought) - number * buy
        chosen = []
        for piece in rewarded:
            both = any(piece is other for other in bought)
            if len(chosen) < number * get and (not both or spare > 0):
                chosen.append(piece)
                spare -= both
        if spare >= 0 and len(chosen) == number * get and sum(share(p.cost, off) for p in chosen) > gain:
            best, gain = chosen, sum(share(p.cost, off) for p in chosen)
    for piece in best:
        piece.cost -= share(piece.cost, off)


def in_turn(promos):
    return sorted(promos, key=lambda p: (p["offer"].startswith("whole"), p["turn"], p["id"]))


def run(promos, lines):
    """What the promotions took off each SKU, in their turn, and what everything costs then."""
    pieces = [Piece(line["sku"], line["shelf"], line["price"]) for line in lines for _ in range(line["pieces"])]
    taken, used = [], set()
    for promo in in_turn(promos):
        if promo["group"] in used:
            continue
        before = by_sku(pieces)
        offer(promo, pieces)
        off = {sku: was - by_sku(pieces)[sku] for sku, was in before.items() if was != by_sku(pieces)[sku]}
        if off:
            taken.append((promo, off))
            if promo["mode"] == "exclusive":
                used.add(promo["group"])
    return taken, sum(p.cost for p in pieces)


def by_sku(pieces):
    sums = {}
    for piece in pieces:
        sums[piece.sku] = sums.get(piece.sku, 0) + piece.cost
    return sums


def chosen(promos, lines):
    """Of each group of which only the best deal holds, the member (or none) with which the purchase costs least."""
    kept = [p for p in promos if p["mode"] != "best-deal"]
    groups = []
    for promo in in_turn(promos):
        if promo["mode"] == "best-deal" and promo["group"] not in groups:
            groups.append(promo["group"])
    for group in groups:
        members = [[]] + [[p] for p in in_turn(promos) if p["mode"] == "best-deal" and p["group"] == group]
        kept = kept + min(members, key=lambda member: run(kept + member, lines)[1])
    return kept


def quote(vector):
    lines = vector["lines"]
    taken, _ = run(chosen([p for p in vector["promos"] if p["holds"]], lines), lines)
    left = [line["price"] * line["pieces"] for line in lines]
    offs = []
    for promo, off in taken:
        for sku, minor in off.items():
            of_sku = sorted([i for i, line in enumerate(lines) if line["sku"] == sku], key=lambda i: -left[i])
            for i, part in zip(of_sku, split(minor, [left[i] for i in of_sku])):
                left[i] -= part
        offs.append((promo["id"], sum(off.values())))
    for i, line in enumerate(lines):
        if line["cut"]:
            kind, value = line["cut"].split()
            off = share(left[i], int(value)) if kind == "percent" else int(value) * (line["pieces"] if kind == "each" else 1)
            left[i] -= min(off, left[i])
    for cut in vector["cuts"]:
        kind, value = cut.split()
        off = share(sum(left), int(value)) if kind == "percent" else min(int(value), sum(left))
        order = sorted(range(len(lines)), key=lambda i: (lines[i]["sku"], -left[i]))
        for i, part in zip(order, split(off, [left[i] for i in order])):
            left[i] -= part
    priced = []
    for line, amount in zip(lines, left):
        rate = vector["tax"][line["tax"]]
        tax = half_up(Fraction(amount) * rate / (10000 + rate if vector["included"] else 10000))
        priced.append((amount - tax, tax, amount) if vector["included"] else (amount, tax, amount + tax))
    return offs, priced


def back(gross, pieces):
    """What single pieces are worth that come back one after the other: all of them what all of them cost."""
    worths, given = [], 0
    for out in range(pieces, 0, -1):
        worths.append((gross - given) // out)
        given += worths[-1]
    return worths


# --- The vectors

VECTORS = []


def line(sku, pieces, price, shelf="-", tax="standard", cut=""):
    return dict(sku=sku, pieces=pieces, price=price, shelf=shelf, tax=tax, cut=cut)


def promo(what, goods="all", turn=10, mode="stacking", group="", minimum=0, id="", reach="", holds=True):
    return dict(offer=what, goods=goods, turn=turn, mode=mode, group=group, minimum=minimum, id=id, reach=reach, holds=holds)


def vector(why, lines, promos=(), cuts=(), currency="EUR", included=True, tax=(1900, 700)):
    promos = [dict(p, id=p["id"] or "p%d" % (i + 1)) for i, p in enumerate(promos)]
    VECTORS.append(dict(why=why, lines=list(lines), promos=promos, cuts=list(cuts), currency=currency, included=included,
                        tax=dict(standard=tax[0], reduced=tax[1])))


def vectors():
    # Rounding: a share is taken of a piece, half a cent is a cent, and three cost three times what one does.
    for price in (1, 3, 5, 10, 33, 99, 199, 1999, 2955, 12345):
        for points in (500, 1250, 3333):
            vector("rounding: %d bp off each of three at %d" % (points, price), [line("A", 3, price)], [promo("percent %d" % points)])
    # An amount off each piece, never below nothing.
    for price, off in ((1999, 300), (300, 300), (299, 300), (1, 1000), (1000, 1)):
        vector("each: %d off pieces at %d" % (off, price), [line("A", 4, price), line("B", 1, 500)], [promo("each %d" % off, "A")])
        vector("each: the same on a list without tax", [line("A", 4, price), line("B", 1, 500)], [promo("each %d" % off, "A")],
               included=False, tax=(2000, 500))
    # So many for the price of fewer: the cheapest of each set, dearest first.
    for pieces in range(1, 10):
        vector("buy 2 get 1: %d pieces of one price" % pieces, [line("A", pieces, 1999)], [promo("buy-get 2 1 10000")])
    for n in (1, 2, 3):
        vector("buy 2 get 1: three dear and %d cheap ones" % n, [line("A", 3, 1000, "x"), line("B", n, 100, "x"), line("C", 1, 5000)],
               [promo("buy-get 2 1 10000", "/x")])
        vector("buy 1 get 1 at half: mixed prices", [line("A", n, 1099), line("B", 2, 599), line("C", n, 333)], [promo("buy-get 1 1 5000")])
        vector("buy 3 get 2: a set that is not whole gives nothing", [line("A", 3 + n, 777)], [promo("buy-get 3 2 10000")])
        vector("buy 2 get 1: the same SKU on two lines", [line("A", n, 900), line("A", 3, 900), line("B", 1, 200)], [promo("buy-get 2 1 10000")])
    # A reward of its own.
    for why, lines in (("one of each", [line("A", 1, 125), line("B", 1, 125), line("C", 1, 125)]),
                       ("two rewards, one bought", [line("A", 2, 125), line("B", 1, 125)]),
                       ("rewards alone", [line("A", 3, 125)]), ("rewards alone, twice", [line("A", 6, 125)]),
                       ("the reward is the dearest", [line("A", 1, 900), line("B", 2, 125)]),
                       ("nothing bought", [line("A", 2, 125)]), ("no reward there", [line("B", 4, 125)])):
        vector("reward: buy 2 of A, B, C get 1 A at 61 %%, %s" % why, lines, [promo("buy-get 2 1 6100 A", "A,B,C")])
    for n in (3, 4, 5, 9, 10):
        vector("reward: %d of the shelf and a shirt" % n, [line("P", n, 2000, "apparel"), line("T", 1, 1500, "apparel")],
               [promo("buy-get 4 1 10000 T", "/apparel")])
    vector("reward: one dear reward beats two cheap ones", [line("A", 1, 9000), line("B", 1, 500), line("C", 2, 100)],
           [promo("buy-get 1 1 10000 A,C", "A,B")])
    vector("reward: a shirt gets a tie at half", [line("S", 3, 4999, "shirts"), line("T", 2, 1999, "ties"), line("U", 2, 2499, "ties")],
           [promo("buy-get 1 1 5000 /ties", "/shirts")])
    # Any so many at one price.
    for pieces in (2, 3, 4, 6, 7):
        vector("together: 3 for 10.00, %d pieces" % pieces, [line("A", pieces, 399)], [promo("together 3 1000")])
        vector("together: 3 for 10.00, mixed with %d cheap ones" % pieces, [line("A", 2, 499), line("B", pieces, 299), line("C", 2, 350)],
               [promo("together 3 1000")])
    vector("together: never dearer than without", [line("A", 6, 100)], [promo("together 3 1000")])
    vector("together: nothing for all of them", [line("A", 3, 100), line("B", 1, 1)], [promo("together 3 0")])
    # These together.
    for a, b in ((1, 1), (2, 1), (2, 3), (4, 4), (0, 2)):
        lines = [line("A", a, 1999)] * (a > 0) + [line("B", b, 999, tax="reduced"), line("C", 1, 250)]
        vector("bundle: A and B for 24.99, %d and %d there" % (a, b), lines, [promo("bundle A*1,B*1 2499")])
        vector("bundle: A and two B for 30.00, %d and %d there" % (a, b), lines, [promo("bundle A*1,B*2 3000")])
    vector("bundle: dearer than its parts", [line("A", 1, 100), line("B", 1, 100)], [promo("bundle A*1,B*1 250")])
    vector("bundle: the cent that cannot be shared", [line("A", 1, 100), line("B", 1, 100), line("C", 1, 100)], [promo("bundle A*1,B*1,C*1 200")])
    # From an amount on.
    for price in (9999, 10000, 10001, 25000):
        vector("threshold: 10 off from 100.00, purchase %d" % price, [line("A", 1, price)], [promo("whole-amount 1000", minimum=10000)])
        vector("threshold: 15 %% off from 100.00, purchase %d" % price, [line("A", 1, price - 777), line("B", 7, 111, tax="reduced")],
               [promo("whole-percent 1500", minimum=10000)])
        vector("threshold: counts its own goods only, %d" % price, [line("A", 1, price), line("B", 1, 5000)],
               [promo("whole-amount 1000", "A", minimum=10000)])
        vector("threshold: on what lines left, %d" % price, [line("A", 1, price + 300)],
               [promo("each 300"), promo("whole-amount 1000", minimum=10000)])
        vector("threshold: tiers, the best of three, %d" % price, [line("A", 1, price)],
               [promo("whole-amount %d" % off, minimum=least, mode="best-deal", group="tiers") for off, least in
                ((500, 5000), (1500, 10000), (4000, 20000))])
    # One on what the other left.
    for first, second in (("percent 2000", "percent 1000"), ("percent 1000", "each 250"), ("each 250", "percent 1000"),
                          ("buy-get 2 1 10000", "percent 1500"), ("percent 1500", "buy-get 2 1 10000"),
                          ("together 2 2500", "percent 1000"), ("bundle A*1,B*1 2000", "buy-get 1 1 5000"),
                          ("percent 1000", "whole-percent 1000"), ("whole-amount 500", "percent 1000"),
                          ("whole-percent 1000", "whole-amount 500")):
        lines = [line("A", 3, 1499, "x"), line("B", 2, 895, "x", "reduced"), line("C", 1, 12000)]
        vector("stacking: %s, then %s" % (first, second), lines, [promo(first, "/x"), promo(second, "/x", 20)])
        vector("stacking: the same, the other way round", lines, [promo(first, "/x", 20), promo(second, "/x")])
    # The first of a group that takes something.
    for turns in ((10, 20, 30), (30, 20, 10), (20, 10, 10)):
        for n in (1, 3):
            offers = zip(("percent 1000", "buy-get 2 1 10000", "whole-amount 700"), turns)
            vector("exclusive: turns %s, %d pieces" % (turns, n), [line("A", n, 1850), line("B", 1, 400)],
                   [promo(what, turn=turn, mode="exclusive", group="one") for what, turn in offers] + [promo("each 10", turn=40)])
    vector("exclusive: two groups add up", [line("A", 2, 3000)],
           [promo("percent 1000", mode="exclusive", group="one"), promo("each 100", turn=20, mode="exclusive", group="one"),
            promo("each 200", turn=30, mode="exclusive", group="two")])
    # Only what is best.
    for n in range(1, 7):
        vector("best deal: a fifth or three for two, %d pieces" % n, [line("A", n, 1000), line("B", 1, 100)],
               [promo("percent 2000", mode="best-deal", group="sale"), promo("buy-get 2 1 10000", mode="best-deal", group="sale")])
        vector("best deal: off the lines or off the whole, %d pieces" % n, [line("A", n, 1000), line("B", 1, 950)],
               [promo("percent 1500", "A", mode="best-deal", group="sale"), promo("whole-amount 500", mode="best-deal", group="sale")])
    vector("best deal: none is better than one that spoils a threshold", [line("A", 1, 10500)],
           [promo("percent 500", mode="best-deal", group="sale"), promo("whole-amount 3000", minimum=10000)])
    vector("best deal: of two alike the first in turn", [line("A", 1, 1000)],
           [promo("each 100", turn=20, mode="best-deal", group="sale"), promo("percent 1000", turn=10, mode="best-deal", group="sale")])
    vector("best deal: two groups, each its own", [line("A", 4, 999), line("B", 2, 2000)],
           [promo("percent 1000", "A", mode="best-deal", group="a"), promo("buy-get 3 1 10000", "A", mode="best-deal", group="a"),
            promo("each 150", "B", mode="best-deal", group="b"), promo("together 2 3500", "B", mode="best-deal", group="b")])
    # Two rates of tax, with tax in the price and without.
    for included in (True, False):
        for tax in ((1900, 700), (825, 0), (2550, 1400), (10000, 1)):
            mixed = [line("A", 2, 1667, "x"), line("B", 3, 333, "x", "reduced"), line("C", 1, 10, tax="reduced")]
            vector("tax: a set of two rates at one price", mixed, [promo("together 5 3000", "/x")], included=included, tax=tax)
            vector("tax: an amount off the whole falls to two rates", mixed, [promo("whole-amount 1001")], included=included, tax=tax)
    # Other currencies.
    for currency, price in (("JPY", 1980), ("KWD", 12345), ("USD", 1667), ("CHF", 4995)):
        for what in ("percent 1250", "buy-get 2 1 5000", "together 2 %d" % (price + price // 2), "whole-percent 333"):
            vector("currency: %s, %s" % (currency, what), [line("A", 3, price), line("B", 1, price // 7, tax="reduced")], [promo(what)],
                   currency=currency, included=currency != "USD", tax=(1000, 800))
    # Nothing and next to nothing.
    for price in (0, 1, 2):
        for what in ("percent 1", "percent 5000", "percent 10000", "each 1", "buy-get 1 1 10000", "whole-percent 5000", "whole-amount 1",
                     "together 2 1"):
            vector("tiny: %s off pieces at %d" % (what, price), [line("A", 3, price), line("B", 1, price)], [promo(what)])
    # What is given and coupons come behind.
    for cuts in (["percent 7000"], ["amount 500"], ["percent 1000", "amount 250"], ["amount 999999"]):
        vector("cuts: 40 %% off ten, then %s off all" % ", ".join(cuts), [line("A", 10, 2999)], [promo("percent 4000")], cuts)
        vector("cuts: a damaged one among three for two, %s" % ", ".join(cuts),
               [line("A", 3, 1500, cut="percent 1500"), line("B", 2, 799, tax="reduced", cut="each 50"), line("C", 1, 99, cut="amount 500")],
               [promo("buy-get 2 1 10000")], cuts)
    # What comes back is worth what was agreed.
    for n in (2, 3, 5, 6):
        for what in ("buy-get 2 1 10000", "whole-amount 1000", "together 2 2499", "percent 1111"):
            vector("return: %d pieces after %s" % (n, what), [line("A", n, 1999), line("B", 2, 333)], [promo(what)])
    # Large ones.
    vector("large: a pallet", [line("A", 5000, 1), line("B", 4999, 3)], [promo("buy-get 2 1 10000"), promo("whole-percent 333")])
    vector("large: a house", [line("A", 2, 10_000_000_000)], [promo("percent 1"), promo("whole-amount 1")])
    # What does not reach.
    for reach in ("off", "door TILL", "group us", "other-currency", "from 2026-11-22T00:00:00Z", "until 2026-11-21T12:00:00Z"):
        vector("reach: not this one, %s" % reach, [line("A", 2, 1000)], [promo("percent 5000", reach=reach, holds=False), promo("each 1")])
    for reach in ("door WEB", "group eu", "from 2026-11-21T12:00:00Z", "until 2026-11-21T12:00:01Z"):
        vector("reach: just this one, %s" % reach, [line("A", 2, 1000)], [promo("percent 5000", reach=reach)])
    chance()


def chance():
    """By chance, from one seed: up to five promotions of all kinds over up to five lines."""
    dice = random.Random(25)
    for number in range(60):
        lines = [line(sku, dice.randint(1, 6), dice.choice((1, 7, 99, 250, 999, 1999, 2955, 10000)), dice.choice("xy"),
                      dice.choice(("standard", "reduced"))) for sku in "ABCDE"[: dice.randint(1, 5)]]
        lines += [dict(dice.choice(lines), pieces=dice.randint(1, 3))] * dice.randint(0, 1)
        promos = []
        for i in range(dice.randint(1, 5)):
            what = dice.choice(("percent 1500", "each 120", "buy-get 2 1 10000", "buy-get 1 1 5000 /y", "together 3 2000", "bundle A*1,B*2 2500",
                                "whole-percent 750", "whole-amount 999"))
            mode, group = dice.choice((("stacking", ""), ("exclusive", "e"), ("best-deal", "b"), ("best-deal", "c")))
            promos.append(promo(what, dice.choice(("all", "/x", "/y", "A,C")), dice.randint(1, 3) * 10, mode, group,
                                dice.choice((0, 0, 2000, 5000))))
        cuts = dice.choice(([], [], ["percent 1000"], ["amount 350"]))
        vector("chance %d" % (number + 1), lines, promos, cuts, *dice.choice((("EUR", True), ("USD", False), ("JPY", True), ("KWD", False))))


# --- The file

HEAD = """\
# Purchases and what they cost: the price engine must come to these amounts to the smallest unit, in whatever order the lines are.
# Written by bench/price-vectors.py, which reckons each a second time, piece by piece and with exact fractions; never by the engine.
#
# vector  what it shows
#   list    currency, and whether its prices are with tax (included) or without (excluded)
#   tax     basis points of the categories standard and reduced
#   promo   id, turn, mode and group, what it offers, off which goods (all, or SKUs and /shelves), from which amount on, reach
#             percent P | each N | buy-get BUY GET P [reward] | together PIECES N | bundle SKU*PIECES,.. N | whole-percent P | whole-amount N
#             with P in basis points, N in the smallest unit; reach says where it holds, or "off"
#   line    SKU, pieces, price of one, shelf, tax category, and what an associate takes off it
#   cut     what is taken off the whole purchase behind promotions, such as a coupon
#   taken   what a promotion took off
#   costs   of each line in the same order: net, tax, gross, and what its pieces are worth that come back one after the other
#   total   net, tax, gross
# Asked on 2026-11-21 at noon (UTC), in the group eu, through the web.
"""


def written(v):
    yield "vector " + v["why"]
    yield "  list %s %s" % (v["currency"], "included" if v["included"] else "excluded")
    yield "  tax %d %d" % (v["tax"]["standard"], v["tax"]["reduced"])
    for p in v["promos"]:
        yield "  promo %s %d %s %s | %s | %s | %d | %s" % (
            p["id"], p["turn"], p["mode"], p["group"] or "-", p["offer"], p["goods"], p["minimum"], p["reach"] or "everywhere")
    for l in v["lines"]:
        yield ("  line %s %d %d %s %s %s" % (l["sku"], l["pieces"], l["price"], l["shelf"], l["tax"], l["cut"])).rstrip()
    for cut in v["cuts"]:
        yield "  cut " + cut
    offs, priced = quote(v)
    for id, off in offs:
        yield "  taken %s %d" % (id, off)
    for l, (net, tax, gross) in zip(v["lines"], priced):
        worths = back(gross, l["pieces"]) if l["pieces"] <= 6 else []
        yield ("  costs %d %d %d %s" % (net, tax, gross, " ".join(map(str, worths)))).rstrip()
    yield "  total %d %d %d" % tuple(sum(p[i] for p in priced) for i in range(3))


if __name__ == "__main__":
    vectors()
    print(HEAD)
    for v in VECTORS:
        print("\n".join(written(v)))
        print()
