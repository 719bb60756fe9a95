"""Regenerates every font of this folder from its published packages.

    pip install fonttools==4.* brotli && apt-get install fonts-noto-core
    python3 public/fonts/build.py

Titillium Web comes from the npm package bootstrap-italia, Noto from Debian. Screen fonts are
WOFF2 with the letters of European names; PDF fonts are TrueType. Hinting is dropped: phones and
PDF viewers do not use it. Kerning and mark placement stay.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

BOOTSTRAP_ITALIA = "bootstrap-italia@2.18.3"
TITILLIUM = "package/dist/fonts/Titillium_Web/"
NOTO = Path("/usr/share/fonts/truetype/noto")
NOTO_COPYRIGHT = "Noto Sans (noto-sans-fallback-*.ttf): Copyright 2010-2020 Google LLC.\nTitillium Web (titillium-web-*): "
HERE = Path(__file__).parent

# Latin beyond Titillium Web (Azeri, Vietnamese, transliterations), combining accents, Greek,
# Cyrillic with the letters of Central Asia, punctuation, currencies, numerals, arrows.
FALLBACK_TEXT = [
    (0x0020, 0x024F), (0x0250, 0x02AF), (0x02B0, 0x036F), (0x0370, 0x03FF), (0x0400, 0x052F),
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
    font = TTFont(source)
    features = ["kern", "locl", "mark", "mkmk", "ccmp"]
    subset(font, sorted(font.getBestCmap()), features)
    style = font["name"].getDebugName(4).removeprefix("Titillium Web").strip() or "Regular"
    # The semibold declares a family of its own; these two records put it back with the others.
    font["name"].setName("Titillium Web", 16, 3, 1, 0x409)
    font["name"].setName(style, 17, 3, 1, 0x409)
    font.save(HERE / f"{name}.ttf")
    if screen:
        font.flavor = "woff2"
        font.save(HERE / f"{name}.woff2")


def noto_fallback(style, name, folder):
    text = TTFont(NOTO / f"NotoSans-{style}.ttf")
    known = set(text.getBestCmap())
    features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    subset(text, code_points(FALLBACK_TEXT), features)
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


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        subprocess.run(["npm", "pack", "--silent", BOOTSTRAP_ITALIA], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(folder.glob("*.tgz"))) as package:
            members = [member for member in package if member.name.startswith(TITILLIUM)]
            package.extractall(folder, members=members, filter="data")
        source = folder / TITILLIUM
        licence = (source / "OFL.txt").read_text(encoding="utf-8")
        (HERE / "OFL.txt").write_text(NOTO_COPYRIGHT + licence, encoding="utf-8")
        stem = "titillium-web-v10-latin-ext_latin"
        titillium(source / f"{stem}-regular.ttf", "titillium-web-400", screen=True)
        titillium(source / f"{stem}-600.ttf", "titillium-web-600", screen=True)
        noto_fallback("Regular", "noto-sans-fallback-400", folder)
        noto_fallback("Bold", "noto-sans-fallback-600", folder)
    for file in sorted(HERE.glob("*.[tw]*f*")):
        print(f"{file.name:32} {file.stat().st_size:>8} bytes")


if __name__ == "__main__":
    main()
