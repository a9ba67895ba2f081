"""Translations without the gettext programs: Babel extracts, merges and compiles."""

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

LANGUAGE = "en"
PLACES = re.compile(r"%(?:\(\w+\))?[a-z]|%%")  # also “%%”, which a formatted text needs doubled
APPS = ("inti", "pegawai", "akses", "pemberitahuan", "sasaran", "pelaksanaan", "penilaian", "kinerja")
KEYWORDS: dict[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None] = {
    "_": None,
    "teks": None,  # gettext where `_` is the lazy one
    "N_": None,
    "kalimat": None,  # inti.tanda: the templates of the pure rules
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def compile_all(folders: Iterable[str | Path]) -> int:
    """Write every .mo that is missing or older than its .po; how many were written."""
    written = 0
    for folder in folders:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
                continue
            _compile(source, target)
            written += 1
    return written


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    new = target.with_suffix(".mo.baru")
    with new.open("wb") as out:
        write_mo(out, catalog)
    new.replace(target)


def collect(root: Path) -> Catalog:
    """All texts of code and templates below `root`, in a stable order."""
    catalog = Catalog(project="Kinerja", charset="utf-8")
    for path, content in _sources(root):
        place = path.relative_to(root).as_posix()
        # A template made into calls is not well-indented Python; the lexer for JavaScript does not mind.
        method = "python" if path.suffix == ".py" else "javascript"
        found = extract(
            method, io.BytesIO(content.encode()), keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for _line, message, comments, context in found:
            catalog.add(message, locations=[(place, None)], auto_comments=comments, context=context)
    return catalog


def _sources(root: Path) -> Iterator[tuple[Path, str]]:
    for app in APPS:
        for path in sorted((root / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
    for folder in ("templates", *(f"{app}/templates" for app in APPS)):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".html", ".txt"}:
                yield path, templatize(path.read_text(), origin=str(path))


def merged(root: Path, file: Path) -> Catalog:
    """The catalogue `file` brought up to date with the texts below `root`."""
    catalog = Catalog(locale=LANGUAGE, project="Kinerja", charset="utf-8")
    if file.exists():
        with file.open("rb") as old:
            catalog = read_po(old, locale=LANGUAGE)
    catalog.update(collect(root), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def save(catalog: Catalog, file: Path) -> None:
    """Write `catalog` sorted by text, so that a change shows as few lines."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_po(out, catalog, sort_output=True, width=100)


def missing(catalog: Catalog) -> list[str]:
    """The texts of `catalog` that have no complete translation."""
    gaps = []
    for message in catalog:
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            gaps.append(str(message.id))
    return gaps


def misplaced(catalog: Catalog) -> list[str]:
    """The texts whose translation does not have the same places, such as %(nama)s, as the text itself."""
    return [str(message.id) for message in catalog if message.id and not _same_places(message)]


def _same_places(message: Message) -> bool:
    texts, strings = (x if isinstance(x, (tuple, list)) else (x,) for x in (message.id, message.string))
    wanted = sorted({place for text in texts for place in PLACES.findall(text)})
    return all(sorted(set(PLACES.findall(string))) == wanted for string in strings if string)
