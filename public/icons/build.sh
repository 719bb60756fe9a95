#!/usr/bin/env bash
# Draws the PNG icons again from the SVG ones (Debian: librsvg2-bin, optipng).
set -euo pipefail
cd "$(dirname "$0")"
rsvg-convert --width 192 favicon.svg --output icon-192.png
rsvg-convert --width 512 favicon.svg --output icon-512.png
rsvg-convert --width 512 maskable.svg --output maskable-512.png
rsvg-convert --width 180 maskable.svg --output apple-touch-icon.png
optipng -quiet -o7 -strip all ./*.png
