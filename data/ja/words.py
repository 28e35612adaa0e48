"""Makes words.txt: python3 data/ja/words.py LARGE_JA SYS_DIC, the files of the lists below.

Frequencies of wordfreq; which of its words are short units is told by the dictionary of UniDic. What wordfreq alone has
is cut into words of UniDic, twice, and its frequency added to theirs. Standard library only.
"""
import gzip, hashlib, math, pathlib, re, struct, sys
from array import array

INPUTS = [
    # wordfreq/data/large_ja.msgpack.gz of wordfreq-3.1.1-py3-none-any.whl (PyPI)
    ("large_ja.msgpack.gz", "e6ab743b939c1802fc03791f1d58dee2861e822ceecdcdee3f0e05b863ef26d8"),
    # unidic_lite/dicdir/sys.dic of unidic-lite-1.0.8.tar.gz (PyPI)
    ("sys.dic", "122c4c91f026bf4b65bbe2dfd8b9f8eeb6ab56d8eb2a7287a68bca75708ba513"),
]
# Seen less often in a hundred million words, a word costs more bytes than it is worth; characters stay.
LEAST = 8
JAPANESE = re.compile(r"[\u3041-\u3096\u309d\u309e\u3005\u3007\u3400-\u9fff\uf900-\ufaff]+")
# As the engine has them: `STEPS` in src/lang/words.rs, `TOTAL` in src/segment/han.rs.
STEPS, TOTAL, LONGEST = 1.6, 29, 12


def read(path, name, expected):
    raw = pathlib.Path(path).read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != expected:
        sys.exit(f"{name}: got SHA-256 {found}, expected {expected}")
    return raw


def unpacked(raw):
    """The one value of a file of msgpack: maps, lists, texts and small numbers are all there is."""
    at = 0

    def number(size):
        nonlocal at
        at += size
        return int.from_bytes(raw[at - size:at], "big")

    def value():
        nonlocal at
        kind = number(1)
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {value(): value() for _ in range(kind & 15)}
        if kind < 0xa0 or kind in (0xdc, 0xdd):
            size = kind & 15 if kind < 0xa0 else number(2 if kind == 0xdc else 4)
            return [value() for _ in range(size)]
        if kind < 0xc0 or kind in (0xd9, 0xda):
            size = kind & 31 if kind < 0xc0 else number(1 if kind == 0xd9 else 2)
            at += size
            return raw[at - size:at].decode()
        if kind in (0xcc, 0xcd, 0xce):
            return number(1 << (kind - 0xcc))
        sys.exit(f"msgpack: got the kind {kind:#x} at {at - 1}, expected a map, list, text or number")

    return value()


def words_of(raw):
    """The words of a dictionary of MeCab: the keys of its double array (Aoe 1989)."""
    size, = struct.unpack_from("<I", raw, 24)
    units = array("i", raw[72:72 + size])
    if sys.byteorder == "big":
        units.byteswap()
    base, check = units[0::2], units[1::2]
    found, open_ = set(), [(base[0], b"")]
    while open_:
        own, key = open_.pop()
        if own < len(base) and check[own] == own and base[own] < 0:
            found.add(key.decode())
        for byte in range(256):
            to = own + byte + 1
            if to < len(base) and check[to] == own and base[to] >= 0:
                open_.append((base[to], key + bytes([byte])))
    return found


def cut(word, steps):
    """The most probable words of a text, as the engine finds them."""
    n = len(word)
    best = [(0, 0)] * (n + 1)
    for i in range(n - 1, -1, -1):
        found = None
        for length in range(1, min(LONGEST, n - i) + 1):
            step = steps.get(word[i:i + length], 0 if length == 1 else None)
            if step is not None and (found is None or step - TOTAL + best[i + length][0] >= found[0]):
                found = (step - TOTAL + best[i + length][0], length)
        best[i] = found
    i = 0
    while i < n:
        yield word[i:i + best[i][1]]
        i += best[i][1]


(frequencies, dictionary) = (read(path, *known) for path, known in zip(sys.argv[1:], INPUTS, strict=True))
units = words_of(dictionary)
# A list of words for every centibel down from one; the first entry tells what the file is.
lists = unpacked(gzip.decompress(frequencies))[1:]
counts = {w: math.exp(-i / 100 * math.log(10)) * 1e8 for i, words in enumerate(lists) for w in words if JAPANESE.fullmatch(w)}

known = {w: c for w, c in counts.items() if w in units}
for _ in range(2):
    steps = {w: max(0, min(25, round(math.log(max(c, 1)) * STEPS))) for w, c in known.items()}
    known = {w: c for w, c in counts.items() if w in units}
    for word, count in counts.items():
        for piece in cut(word, steps) if word not in units else []:
            if piece in units:
                known[piece] = known.get(piece, 0) + count

rows = sorted((w.encode(), max(1, round(c))) for w, c in known.items() if c >= LEAST or len(w) == 1 and c >= 1)
(pathlib.Path(__file__).parent / "words.txt").write_bytes(b"".join(b"%s\t%d\n" % row for row in rows))
print(len(rows), "words")
