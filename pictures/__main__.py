"""`python -m pictures [key …]` renders the series, or the named ones, into static/pictures."""

import sys
from pathlib import Path

from pictures.catalogue import BANNERS, PICTURES, picture
from pictures.press import files

FOLDER = Path(__file__).resolve().parent.parent / "static" / "pictures"


def main(keys: list[str]) -> None:
    """Writes the files of each key; says how large they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for key in keys or [*PICTURES, *BANNERS]:
        written = files(picture(key))
        for name, content in written.items():
            (FOLDER / name).write_bytes(content)
        sys.stdout.write(f"{key}: {sum(map(len, written.values())) // 1000} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
