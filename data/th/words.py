"""Makes words.txt: python3 data/th/words.py FOLDER, where FOLDER is pythainlp/corpus of pythainlp-5.4.0.tar.gz (PyPI).

Words of the word list and of the lists of countries and provinces, with how often the Thai National Corpus and the
Thai Textbook Corpus have them. Standard library only.
"""
import csv, hashlib, pathlib, re, sys

INPUTS = {
    "words_th.txt": "35f65d43ea83b5b981134d5edc3b9afcb64b4ba96146900fc4d312f2940c3265",
    "tnc_freq.txt": "554984d62e8735e2705bb30b06096d5710d0c9011e340ab717134e10d6dd0dda",
    "ttc_freq.txt": "add82083660baa939f2103f1dfde74f6de90ce48e7fb94965d55fc785121dc89",
    "countries_th.txt": "d51a3eb88574086126a4629fba5b4306c7cf5a3738dfceb7fa4e72ee5edfa5c9",
    "thailand_provinces_th.csv": "58b803c161f72f8db46edda332d50b43efd7e667b9ef46f21d94e51d9442cb61",
}
# Seen less often, a word costs more bytes than it is worth; names of countries and provinces stay.
LEAST = 2
THAI = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
# What the word list lacks: a letter that is a word.
MORE = ["ณ"]

folder = pathlib.Path(sys.argv[1])


def lines(name):
    raw = (folder / name).read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != INPUTS[name]:
        sys.exit(f"{name}: got SHA-256 {found}, expected {INPUTS[name]}")
    return raw.decode("utf-8-sig").splitlines()


counts = {}
for name in ["tnc_freq.txt", "ttc_freq.txt"]:
    for line in lines(name):
        word, _, count = line.partition("\t")
        counts[word] = counts.get(word, 0) + int(count)

words = {line.strip() for line in lines("words_th.txt")} | set(MORE)
places = {line.strip() for line in lines("countries_th.txt")}
places |= {row[0].strip() for row in csv.reader(lines("thailand_provinces_th.csv"))}

chosen = {w: counts.get(w, 0) for w in words if counts.get(w, 0) >= LEAST}
chosen |= {w: max(1, counts.get(w, 0)) for w in places}
rows = sorted((w.encode(), n) for w, n in chosen.items() if THAI.fullmatch(w))
(pathlib.Path(__file__).parent / "words.txt").write_bytes(b"".join(b"%s\t%d\n" % row for row in rows))
print(len(rows), "words")
