"""Foreign keys looked up once per statement instead of once per row, for tables that are written by the hundred
thousand: as strict as the database's own, without a lock on every row they point to.

On the side of the rows a trigger per statement (`ada_serentak`, in Meta.triggers; the field has
`db_constraint=False`), on the other side one that keeps what is pointed to (`jaga`, in a migration). Whoever
deletes there waits until nobody writes here and lets nobody write until he is done, so that neither can miss the
other; the writers do not wait for each other.
"""

import pgtrigger

_ADA = """
IF EXISTS (SELECT FROM (SELECT DISTINCT {kolom} AS id FROM baru WHERE {kolom} IS NOT NULL) b
    WHERE NOT EXISTS (SELECT FROM {tabel} t WHERE t.id = b.id))
THEN
    RAISE foreign_key_violation USING MESSAGE = '{kolom} is not in {tabel}';
END IF;
"""
_JAGA = """
CREATE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE {anak} IN SHARE MODE;
    IF EXISTS (SELECT FROM {anak} WHERE {kolom} = OLD.id) THEN
        RAISE foreign_key_violation USING MESSAGE = format('{tabel} %s is still in {anak}', OLD.id);
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER {nama} BEFORE DELETE ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}();
"""
_LEPAS = "DROP TRIGGER {nama} ON {tabel};\nDROP FUNCTION {nama}();\n"


def ada_serentak(nama: str, operasi: pgtrigger.Operation, **kunci: str) -> pgtrigger.Trigger:
    """After an INSERT or UPDATE: what the columns (`kebijakan_id="penghargaan_kebijakan"`) name must exist."""
    return pgtrigger.Trigger(
        name=nama,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operasi,
        referencing=pgtrigger.Referencing(new="baru"),  # type: ignore[no-untyped-call]
        func="".join(_ADA.format(kolom=k, tabel=t) for k, t in kunci.items()) + "RETURN NULL;",
    )


def jaga(nama: str, *, tabel: str, anak: str, kolom: str) -> tuple[str, str]:
    """SQL, and its reverse, of a trigger: no row of `tabel` is deleted that `anak` names in `kolom`."""
    isian = {"nama": nama, "tabel": tabel, "anak": anak, "kolom": kolom}
    return _JAGA.format(**isian), _LEPAS.format(**isian)
