"""People: names, titles, NIPs and grades that fit the post. Everything follows from one seeded generator."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kinerja.demo.jabatan import AWAL, DIDIK, GOLONGAN, GOLONGAN_PPPK, POS, PROFIL, Pos
from kinerja.demo.katalog import katalog
from kinerja.demo.muat import baris
from kinerja.demo.nama import SUKU, Suku
from kinerja.demo.organisasi import Unit
from kinerja.demo.pemeran import Tokoh

KOLOM = (
    "id, nip, nama, depan, belakang, jenis, kelamin, tempat, lahir, kedudukan, golongan, tmt_golongan, "
    "tmt_cpns, "
    "tmt_pns, pendidikan, lulus, agama, kawin, unit_id, jabatan_id, kepala, mulai, hasil, baru, slot, acak, "
    "rinci, tokoh, sapaan"
)
# State of the SKP of somebody appointed this quarter; 0 is everybody else.
KEADAAN_BARU = {1: "dikembalikan", 2: "draf", 3: "disetujui", 4: "diajukan"}
SENIOR = {"Ahli Muda", "Ahli Madya", "Penyelia", "Mahir"}
GANTI_HASIL = {  # where the staff of a unit has no results of its own
    "capil": "dukcapil:staf", "dafduk": "dukcapil:staf", "piak": "dukcapil:staf", "kelurahan":
    "kecamatan:staf",
    "bagian": "setda:staf", "asisten": "setda:staf",
}  # fmt: skip
KAWIN = ("Menikah",) * 8 + ("Belum Menikah", "Cerai")
SLOT_TENANG = 5  # a place in the table of ratings that is always Baik
_SUKU = tuple(s for s in SUKU for _ in range(s.bobot))


@dataclass(slots=True)
class Angkatan:
    """People of like age. Birthday and serial number come from a counter, so that no NIP comes twice.

    Day = counter × step mod days (step and days coprime), serial = rounds so far: the pair is unique in the
    class, and the classes take different remainders of the serial number.
    """

    ke: int
    dari: date
    hari: int
    langkah: int
    dipakai: int = 0
    tanggal: list[tuple[str, str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        semua = (self.dari + timedelta(days=i) for i in range(self.hari))
        self.tanggal = [(t.strftime("%Y%m%d"), t.isoformat(), t.year) for t in semua]

    def ambil(self) -> tuple[str, str, int, int]:
        """(digits of birth, ISO date, year of birth, serial) of the next person."""
        putaran, tempat = divmod(self.dipakai, self.hari)
        self.dipakai += 1
        angka, iso, tahun = self.tanggal[tempat * self.langkah % self.hari]
        return angka, iso, tahun, 3 * putaran + self.ke + 1


class Pembuat:
    """Makes one line of COPY per person."""

    def __init__(self, acak: int, hari_ini: date, jumlah: int) -> None:
        self.acak = Random(acak)  # noqa: S311 - names of a demo, no secret
        self.tahun = hari_ini.year
        self.tmt_baru = date(self.tahun, (hari_ini.month - 1) // 3 * 3 + 1, 1)
        self.jarak_baru = 16 if jumlah > 200 else 9
        # Prime numbers of days, so that any step visits every day once.
        self.kepala = Angkatan(0, date(self.tahun - 57, 1, 3), 6571, 2741)
        self.umum = Angkatan(1, date(self.tahun - 54, 1, 2), 9973, 4177)
        self.baru = Angkatan(2, date(self.tahun - 33, 2, 1), 3701, 1579)
        self.urutan = self.tertunda = self.giliran = 0
        self._didik: dict[str, tuple[tuple[str, str, str, str], ...]] = {}

    def staf(
        self, unit: Unit, unit_id: str, jabatan: dict[Pos, str], tokoh: list[Tokoh], rinci: bool
    ) -> Iterator[str]:
        """Lines of everybody in the unit but its head; the cast sits down first."""
        pos = [p for kunci, bobot in PROFIL[unit.profil] for p in [POS[kunci]] * bobot]
        duduk: list[Tokoh | None] = [t for t in tokoh if t.pos][: unit.staf]
        for t in duduk + [None] * (unit.staf - len(duduk)):
            yield self.satu(
                POS[t.pos] if t else pos[self.acak.randrange(len(pos))], unit, unit_id, jabatan, t, rinci
            )

    def satu(
        self,
        pos: Pos,
        unit: Unit,
        unit_id: str,
        jabatan: dict[Pos, str],
        tokoh: Tokoh | None,
        rinci: bool,
        *,
        kepala: bool = False,
    ) -> str:
        """The line of one person."""
        self.urutan += 1
        r = self.acak.getrandbits(64)
        baru = 0 if kepala else tokoh.baru if tokoh else self._baru(pos)
        nama, depan, belakang, pendidikan, tingkat, kelamin, suku = self._diri(pos, tokoh, r)
        if pos.jenis == "kepala_daerah":
            kerja: tuple[str | None, ...] = (
                "pejabat_negara",
                None,
                f"{self.tahun - 52}-05-17",
                "",
                None,
                None,
                None,
                None,
            )
        else:
            kerja = self._kepegawaian(pos, tingkat, kelamin, baru, r, kepala, tokoh is not None)
        jenis, nip, lahir, golongan, tmt_golongan, tmt_cpns, tmt_pns, lulus = kerja
        mulai = f"{self.tahun - 2 - (r >> 20) % 4}-0{1 + (r >> 22) % 9}-01"
        mulai = max(mulai, tmt_cpns or tmt_golongan or mulai)  # nobody sits down before he is appointed
        kedudukan = "01" if tokoh or kepala or baru else self._kedudukan()
        return baris(
            f"{self.acak.getrandbits(128):032x}", nip, nama, depan, belakang, jenis, kelamin,
            suku.tempat[(r >> 24) % len(suku.tempat)], lahir, kedudukan, golongan, tmt_golongan, tmt_cpns,
            tmt_pns,
            pendidikan, lulus, suku.agama[(r >> 28) % len(suku.agama)], KAWIN[(r >> 32) % len(KAWIN)],
            unit_id, jabatan[pos], "t" if kepala else "f", mulai, self._hasil(pos, unit, kepala), baru,
            SLOT_TENANG if tokoh else self.urutan * 37 % 100, r >> 34, "t" if rinci else "f",
            tokoh.kunci if tokoh else None, "Bapak" if kelamin == "L" else "Ibu",
        )  # fmt: skip

    def _diri(self, pos: Pos, tokoh: Tokoh | None, r: int) -> tuple[str, str, str, str, str, str, Suku]:
        """Name, titles, study and its level, sex and region: those of the cast, else by chance."""
        depan, belakang, pendidikan, tingkat = self._gelar(pos, r)
        if tokoh:
            return tokoh.nama, *tokoh.gelar, pendidikan, tingkat, tokoh.kelamin, SUKU[0]
        suku = _SUKU[(r >> 8) % len(_SUKU)]
        kelamin = "P" if (r >> 16) % 100 < pos.wanita * 100 else "L"
        return self._nama(suku, kelamin, r), depan, belakang, pendidikan, tingkat, kelamin, suku

    def _baru(self, pos: Pos) -> int:
        self.tertunda += self.urutan % self.jarak_baru == self.jarak_baru - 2
        if not self.tertunda or pos.jenjang in SENIOR:
            return 0
        self.tertunda -= 1
        self.giliran += 1
        return (self.giliran - 1) % len(KEADAAN_BARU) + 1

    def _kedudukan(self) -> str:
        if self.urutan % 97 == 49:
            return "03"
        return "02" if self.urutan % 211 == 101 else "01"

    def _gelar(self, pos: Pos, r: int) -> tuple[str, str, str, str]:
        pilihan = self._didik.get(pos.nama)
        if pilihan is None:
            pilihan = self._didik[pos.nama] = tuple(
                (*gelar, DIDIK[kunci].tingkat) for kunci in pos.didik for gelar in DIDIK[kunci].gelar
            )
        return pilihan[r % len(pilihan)]

    @staticmethod
    def _nama(suku: Suku, kelamin: str, r: int) -> str:
        if kelamin == "L":
            pertama, kedua = suku.pria, suku.kedua_pria
        else:
            pertama, kedua = suku.wanita, suku.kedua_wanita
        awal, akhir = pertama[(r >> 36) % len(pertama)], kedua[(r >> 44) % len(kedua)]
        tengah = pertama[(r >> 52) % len(pertama)]
        if (r >> 60) % 3 == 0 and " " not in awal and tengah != awal:
            return f"{awal} {tengah} {akhir}" if akhir != tengah else f"{awal} {akhir}"
        return f"{awal} {akhir}" if awal != akhir else f"{awal} {tengah} {akhir}"

    def _kepegawaian(
        self, pos: Pos, tingkat: str, kelamin: str, baru: int, r: int, kepala: bool, tokoh: bool
    ) -> tuple[str | None, ...]:
        """Kind, NIP, birth, grade and its date, appointment dates and year of graduation."""
        tua = kepala or pos.jenjang in SENIOR
        angkatan = self.baru if baru else self.kepala if tua else self.umum
        angka, lahir, tahun_lahir, nomor = angkatan.ambil()
        jenis = self._jenis(baru, tua or tokoh, r)
        kode, lulus = "1" if kelamin == "L" else "2", str(tahun_lahir + 22)
        if jenis.startswith("pppk"):
            tmt = self.tmt_baru if baru else date(self.tahun - 2 - (r >> 12) % 4, 3, 1)
            nip = f"{angka}{tmt.year}21{kode}{nomor:03d}"
            return jenis, nip, lahir, GOLONGAN_PPPK[tingkat], tmt.isoformat(), None, None, lulus
        tahun_tmt = self.tahun if baru else min(self.tahun - 3, tahun_lahir + 22 + (r >> 12) % 7)
        bulan = self.tmt_baru.month if baru else (1, 2, 3, 3, 4, 12)[(r >> 14) % 6]
        nip = f"{angka}{tahun_tmt}{bulan:02d}{kode}{nomor:03d}"
        tmt_cpns = f"{tahun_tmt}-{bulan:02d}-01"
        if baru:
            return jenis, nip, lahir, AWAL[tingkat], tmt_cpns, tmt_cpns, None, lulus
        pilihan = GOLONGAN[pos.golongan or tingkat]
        tmt_golongan = f"{self.tahun - 1 - (r >> 18) % 2}-{('04', '10')[(r >> 19) % 2]}-01"
        return (
            jenis, nip, lahir, pilihan[(r >> 15) % len(pilihan)], tmt_golongan, tmt_cpns,
            f"{tahun_tmt + 1}-{bulan:02d}-01", lulus,
        )  # fmt: skip

    @staticmethod
    def _jenis(baru: int, pasti_pns: bool, r: int) -> str:
        undian = (r >> 26) % 100
        if baru:
            return "cpns" if baru == 4 or undian < 45 else "pppk" if undian < 85 else "pppk_paruh_waktu"
        if pasti_pns:
            return "pns"
        return "pppk" if undian < 42 else "pppk_paruh_waktu" if undian < 45 else "pns"

    @staticmethod
    def _hasil(pos: Pos, unit: Unit, kepala: bool) -> str:
        if kepala:
            return unit.hasil_kepala
        if pos.hasil:
            return pos.hasil
        kunci = f"{unit.urusan}:staf"
        return kunci if kunci in katalog() else GANTI_HASIL.get(unit.urusan, "umum")
