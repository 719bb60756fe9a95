"""Regenerates every font of this folder from its published packages.

    pip install fonttools==4.* brotli && apt-get install fonts-noto-core
    python3 public/fonts/build.py

Titillium Web comes from the npm package bootstrap-italia, Greek, Cyrillic and the other typefaces from
Source Sans 3 and Source Serif 4 in the npm packages of @fontsource, Noto from Debian. Screen fonts are WOFF2 with the
letters of European names; PDF fonts are TrueType. Hinting is dropped: phones and PDF viewers do
not use it. Kerning and mark placement stay.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

BOOTSTRAP_ITALIA = "bootstrap-italia@2.18.3"
TITILLIUM = "package/dist/fonts/Titillium_Web/"
SOURCE_SANS = "@fontsource/source-sans-3@5.3.1"
# Lower-case letters as tall as those of Titillium Web: 510 of 1000, where Source Sans has 498.
SOURCE_SANS_UNITS_PER_EM = 975
SOURCE_SANS_SCRIPTS = {"Cyrillic": ("cyrillic", "cyrillic-ext"), "Greek": ("greek",)}
SOURCE_SERIF = "@fontsource/source-serif-4@5.3.1"
# The other typefaces that a CV can be set in: name, package, file, version, units per em. They have the letters of
# Titillium Web and no others, so that which typefaces are there changes no page.
TYPEFACES = {
    "Approdo Sans": (SOURCE_SANS, "source-sans-3", "3.052", SOURCE_SANS_UNITS_PER_EM),
    "Approdo Serif": (SOURCE_SERIF, "source-serif-4", "4.004", 1000),
}
# What shows each typeface where it is chosen, drawn as a picture: no font is fetched to look at it.
SAMPLE = "Anna Rossi"
SAMPLES = {"titillium": "titillium-web-400", "sans": "approdo-sans-400", "serif": "approdo-serif-400"}
NOTO = Path("/usr/share/fonts/truetype/noto")
# The letters, marks, digits and punctuation of Arabic, Persian, Urdu, Pashto, Kurdish, Uyghur and of Hebrew; the
# joiners and direction marks that go with them. The joined shapes come with their letters. The Arabic font draws a
# letter and its dots in one: where dots are drawn apart, letters come out of a PDF apart.
RIGHT_TO_LEFT_SCRIPTS = {
    "Approdo Arabic": ("@fontsource/ibm-plex-sans-arabic@5.3.0", "ibm-plex-sans-arabic-arabic", [
        (0x060C, 0x060C), (0x061B, 0x061B), (0x061F, 0x061F), (0x0621, 0x063A), (0x0640, 0x0655), (0x0660, 0x066D),
        (0x0670, 0x0671), (0x0674, 0x0674), (0x0679, 0x0679), (0x067C, 0x067C), (0x067E, 0x067E), (0x0681, 0x0681),
        (0x0685, 0x0686), (0x0688, 0x0689), (0x0691, 0x0691), (0x0693, 0x0693), (0x0695, 0x0696), (0x0698, 0x0698),
        (0x069A, 0x069A), (0x06A4, 0x06A4), (0x06A9, 0x06A9), (0x06AB, 0x06AB), (0x06AD, 0x06AD), (0x06AF, 0x06AF),
        (0x06B5, 0x06B5), (0x06BA, 0x06BA), (0x06BC, 0x06BC), (0x06BE, 0x06BE), (0x06C0, 0x06C3), (0x06C6, 0x06C9),
        (0x06CB, 0x06D5), (0x06F0, 0x06F9),
    ]),
    "Noto Sans Hebrew": ("@fontsource/noto-sans-hebrew@5.3.0", "noto-sans-hebrew-hebrew", [(0x05B0, 0x05C7), (0x05D0, 0x05EA), (0x05F0, 0x05F4), (0x20AA, 0x20AA)]),
}
JOINERS = [0x0020, 0x200C, 0x200D, 0x200E, 0x200F]
COPYRIGHTS = (
    "Noto Sans (noto-sans-fallback-*.ttf): Copyright 2010-2020 Google LLC.\n"
    "Noto Sans Hebrew (noto-sans-hebrew-*.ttf): Copyright 2024 The Noto Project Authors (https://github.com/notofonts/hebrew).\n"
    "Approdo Arabic (approdo-arabic-*.ttf), made from IBM Plex Sans Arabic: Copyright 2018 IBM Corp., with Reserved Font "
    "Name 'Plex'.\n"
    "Approdo Cyrillic and Approdo Greek (approdo-*.ttf), made from Source Sans 3: Copyright 2010-2023 Adobe "
    "(http://www.adobe.com/), with Reserved Font Name 'Source'.\n"
    "Approdo Sans (approdo-sans-*.ttf), made from Source Sans 3: the same.\n"
    "Approdo Serif (approdo-serif-*.ttf), made from Source Serif 4: Copyright 2014-2021 Adobe Systems Incorporated "
    "(http://www.adobe.com/), with Reserved Font Name 'Source'.\n"
    "Titillium Web (titillium-web-*): "
)
HERE = Path(__file__).parent
SAMPLES_FOLDER = HERE.parent.parent / "app/src/components/typeface_samples"

# Latin beyond Titillium Web (Azeri, Vietnamese, transliterations), combining accents, Cyrillic
# letters that Source Sans lacks (Chuvash, Abkhaz, Sami), punctuation, currencies, numerals, arrows.
FALLBACK_TEXT = [
    (0x0020, 0x024F), (0x0250, 0x02AF), (0x02B0, 0x036F), (0x048A, 0x052F),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218B),
    (0x25CC, 0x25CC), (0xFB01, 0xFB02), (0xFFFD, 0xFFFD),
]
# Marks that people paste into a CV: arrows, mathematics, boxes, bullets, stars, telephone, envelope, ticks.
FALLBACK_SYMBOLS = (
    "←↑→↓↔⇒−∙≈≠≤≥√∞■□▪▫▲△▶▷▸►▼◆◇○●◦◉★☆☎☏☐☑☒♥♪✂✆✉✎✏✓✔✕✖✗✘❖➔➜➢➤⮕"
)


def code_points(ranges):
    return [point for first, last in ranges for point in range(first, last + 1)]


def subset(font, points, features):
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    return font


def titillium(source, name, screen):
    font = TTFont(source, recalcTimestamp=False)
    features = ["kern", "locl", "mark", "mkmk", "ccmp"]
    subset(font, sorted(font.getBestCmap()), features)
    style = font["name"].getDebugName(4).removeprefix("Titillium Web").strip() or "Regular"
    # The semibold declares a family of its own; these two records put it back with the others.
    font["name"].setName("Titillium Web", 16, 3, 1, 0x409)
    font["name"].setName(style, 17, 3, 1, 0x409)
    font.save(HERE / f"{name}.ttf")
    if screen:
        # A first visit carries it: what nobody reads there stands in the .ttf and in OFL.txt.
        font["name"].names = [record for record in font["name"].names if record.nameID in (0, 1, 2, 4, 6)]
        font.flavor = "woff2"
        font.save(HERE / f"{name}.woff2")


def name_font(font, family, weight, version):
    """Names one weight of a family as programmes look for it."""
    style = {400: "Regular", 600: "SemiBold"}[weight]
    copyright = font["name"].getDebugName(0)
    font["name"].names = []
    postscript = f"{family}-{style}".replace(" ", "")
    records = {0: copyright, 1: f"{family} {style}", 2: "Regular", 3: f"{version};{postscript}", 4: f"{family} {style}",
               5: f"Version {version}", 6: postscript, 14: "http://scripts.sil.org/OFL", 16: family, 17: style}
    for number, text in records.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def source_sans(source, script, weight, folder):
    """One script in one weight, renamed as the licence asks of changed versions. Returns its letters."""
    pieces = [source / f"source-sans-3-{piece}-{weight}-normal.woff2" for piece in SOURCE_SANS_SCRIPTS[script]]
    return joined(pieces, f"Approdo {script}", weight, "3.052", SOURCE_SANS_UNITS_PER_EM, None, folder)


def typeface(source, family, weight, letters, folder):
    """One weight of a typeface for whole pages, with the letters it has among these."""
    _, stem, version, units_per_em = TYPEFACES[family]
    pieces = [source / f"{stem}-{piece}-{weight}-normal.woff2" for piece in ("latin", "latin-ext")]
    return joined(pieces, family, weight, version, units_per_em, letters, folder)


def joined(pieces, family, weight, version, units_per_em, letters, folder):
    """Makes one font of the files of one weight, with these letters or all. Returns those it has."""
    parts = []
    for piece in pieces:
        font = TTFont(piece, recalcTimestamp=False)
        font.flavor = None
        wanted = set(font.getBestCmap()) & (letters or set(font.getBestCmap()))
        subset(font, sorted(wanted), ["kern", "mark", "mkmk", "ccmp"])
        for table in ("STAT", "BASE", "gasp", "prep"):
            if table in font:
                del font[table]
        parts.append(folder / f"{piece.stem}.ttf")
        font.save(parts[-1])
    font = Merger().merge([str(part) for part in parts]) if len(parts) > 1 else TTFont(parts[0])
    keep_times(font, TTFont(parts[0]))
    font["head"].unitsPerEm = units_per_em
    font["OS/2"].usWeightClass = weight
    font["post"].formatType = 3.0
    name_font(font, family, weight, version)
    font.save(HERE / f"{family.lower().replace(' ', '-')}-{weight}.ttf")
    return set(font.getBestCmap())


def sample(name, file):
    """A few letters as a picture in the colour of the text around it."""
    font = TTFont(HERE / f"{file}.ttf")
    scale = 1000 / font["head"].unitsPerEm
    glyphs, letters = font.getGlyphSet(), font.getBestCmap()
    pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
    x = 0
    for letter in SAMPLE:
        glyph = letters[ord(letter)]
        glyphs[glyph].draw(TransformPen(pen, (scale, 0, 0, -scale, x, 750)))
        x += font["hmtx"][glyph][0] * scale
    SAMPLES_FOLDER.mkdir(exist_ok=True)
    picture = f'<svg viewBox="0 0 {round(x)} 1000" fill="currentColor"><path d="{pen.getCommands()}"/></svg>\n'
    (SAMPLES_FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


def right_to_left(source, family, stem, points, weight):
    """One script written from right to left, in one weight. Returns what was wanted and is not there."""
    font = TTFont(source / f"{stem}-{weight}-normal.woff2", recalcTimestamp=False)
    font.flavor = None
    wanted = set(code_points(points)) | set(JOINERS)
    missing = wanted - set(font.getBestCmap())
    features = ["kern", "mark", "mkmk", "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt"]
    subset(font, sorted(wanted), features)
    for table in ("STAT", "gasp", "prep"):
        if table in font:
            del font[table]
    font["OS/2"].usWeightClass = weight
    font["post"].formatType = 3.0
    name_font(font, family, weight, font["name"].getDebugName(5).removeprefix("Version ").split(";")[0])
    font.save(HERE / f"{family.lower().replace(' ', '-')}-{weight}.ttf")
    return missing


def noto_fallback(style, name, covered, folder):
    text = TTFont(NOTO / f"NotoSans-{style}.ttf", recalcTimestamp=False)
    features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    subset(text, sorted(set(code_points(FALLBACK_TEXT)) - covered), features)
    parts = [folder / "text.ttf"]
    text.save(parts[0])
    wanted = {ord(symbol) for symbol in FALLBACK_SYMBOLS} - set(text.getBestCmap())
    for file in (f"NotoSans-{style}", "NotoSansMath-Regular", f"NotoSansSymbols-{style}", "NotoSansSymbols2-Regular"):
        font = TTFont(NOTO / f"{file}.ttf")
        found = wanted & set(font.getBestCmap())
        if not found:
            continue
        subset(font, sorted(found), [])
        for table in ("GSUB", "GPOS", "GDEF", "MATH", "vhea", "vmtx", "VORG"):
            if table in font:
                del font[table]
        font.save(folder / f"{file}.ttf")
        parts.append(folder / f"{file}.ttf")
        wanted -= found
    if wanted:
        raise SystemExit(f"no font has {''.join(map(chr, sorted(wanted)))}; take them from FALLBACK_SYMBOLS")
    merged = Merger().merge([str(part) for part in parts])
    keep_metrics_and_names(merged, TTFont(parts[0]))
    keep_times(merged, text)
    merged.save(HERE / f"{name}.ttf")


def keep_metrics_and_names(merged, original):
    """Line height and names stay those of Noto Sans, whatever the symbol fonts say."""
    for table, fields in (
        ("hhea", ("ascent", "descent", "lineGap")),
        ("OS/2", ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "usWeightClass", "fsSelection", "fsType")),
        ("head", ("macStyle",)),
    ):
        for field in fields:
            setattr(merged[table], field, getattr(original[table], field))
    merged["name"] = original["name"]
    merged["post"].formatType = 3.0


def unpacked(package, inside, folder):
    """Fetches an npm package and returns where this folder of it lies."""
    file = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / file.stdout.strip()) as archive:
        members = [member for member in archive if member.name.startswith(inside)]
        archive.extractall(folder, members=members, filter="data")
    return folder / inside


def keep_times(font, original):
    """The same packages give the same bytes."""
    font.recalcTimestamp = False
    font["head"].created = original["head"].created
    font["head"].modified = original["head"].modified


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        source = unpacked(BOOTSTRAP_ITALIA, TITILLIUM, folder)
        licence = (source / "OFL.txt").read_text(encoding="utf-8")
        (HERE / "OFL.txt").write_text(COPYRIGHTS + licence, encoding="utf-8")
        stem = "titillium-web-v10-latin-ext_latin"
        titillium(source / f"{stem}-regular.ttf", "titillium-web-400", screen=True)
        titillium(source / f"{stem}-600.ttf", "titillium-web-600", screen=True)
        source = unpacked(SOURCE_SANS, "package/files/", folder)
        for weight, style in ((400, "Regular"), (600, "Bold")):
            covered = source_sans(source, "Cyrillic", weight, folder) | source_sans(source, "Greek", weight, folder)
            # Stress marks stand on Latin letters too.
            covered = {point for point in covered if 0x0370 <= point <= 0x052F}
            noto_fallback(style, f"noto-sans-fallback-{weight}", covered, folder)
        letters = set(TTFont(HERE / "titillium-web-400.ttf").getBestCmap())
        for family, (package, _, _, _) in TYPEFACES.items():
            source = unpacked(package, "package/files/", folder)
            there = [typeface(source, family, weight, letters, folder) for weight in (400, 600)]
            print(f"{family} lacks {''.join(map(chr, sorted(letters - set.intersection(*there)))) or 'nothing'}")
        for name, file in SAMPLES.items():
            sample(name, file)
        for family, (package, stem, points) in RIGHT_TO_LEFT_SCRIPTS.items():
            source = unpacked(package, "package/files/", folder)
            missing = [right_to_left(source, family, stem, points, weight) for weight in (400, 600)]
            print(f"{family} lacks {''.join(map(chr, sorted(set.union(*missing)))) or 'nothing'}")
    for file in sorted(HERE.glob("*.[tw]*f*")):
        print(f"{file.name:32} {file.stat().st_size:>8} bytes")


if __name__ == "__main__":
    main()
